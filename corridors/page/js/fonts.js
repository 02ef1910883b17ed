/* The page's two typefaces, for text drawn on canvas. */

export const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";
export const SERIF = "'Iowan Old Style', Palatino, 'Palatino Linotype', Georgia, serif";
