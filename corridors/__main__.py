"""`python -m corridors`: the command where its script is not on the path."""

from corridors.cli.main import main

if __name__ == "__main__":
    main()
