import { join } from "node:path";

const folder = join("node_modules", "@fontsource", "plus-jakarta-sans", "files");

/** The card's font for contenders that bring their own text engine. WOFF, because satori reads no WOFF2. */
export const fontFiles = ([500, 700, 800] as const).map((weight) => ({
  weight,
  file: join(folder, `plus-jakarta-sans-latin-${weight}-normal.woff`),
}));
