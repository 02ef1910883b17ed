"""The command line: one file per command, which parses and prints and leaves the work to the library."""
