/** Plus Jakarta Sans (SIL Open Font License 1.1), from @fontsource; the licence travels beside the files. */
import { fileURLToPath } from "node:url";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import type { Measure, Weight } from "./fit-text.ts";

/** One subset per family: within one family the canvas would not look for a glyph in the next file. */
const files = {
  "Kartu 500": new URL(
    "../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-500-normal.woff2",
    import.meta.url,
  ),
  "Kartu 500 Ext": new URL(
    "../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-ext-500-normal.woff2",
    import.meta.url,
  ),
  "Kartu 500 More": new URL(
    "../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-vietnamese-500-normal.woff2",
    import.meta.url,
  ),
  "Kartu 700": new URL(
    "../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-700-normal.woff2",
    import.meta.url,
  ),
  "Kartu 700 Ext": new URL(
    "../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-ext-700-normal.woff2",
    import.meta.url,
  ),
  "Kartu 700 More": new URL(
    "../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-vietnamese-700-normal.woff2",
    import.meta.url,
  ),
  "Kartu 800": new URL(
    "../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-800-normal.woff2",
    import.meta.url,
  ),
  "Kartu 800 Ext": new URL(
    "../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-ext-800-normal.woff2",
    import.meta.url,
  ),
  "Kartu 800 More": new URL(
    "../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-vietnamese-800-normal.woff2",
    import.meta.url,
  ),
} as const;
/** The OFL requires it beside the fonts. It is named here so that the bundle contains it. */
export const fontLicense = new URL(
  "../../node_modules/@fontsource/plus-jakarta-sans/LICENSE",
  import.meta.url,
);

for (const [family, file] of Object.entries(files))
  if (!GlobalFonts.has(family) && !GlobalFonts.registerFromPath(fileURLToPath(file), family))
    throw new Error(`The font ${family} cannot be read.`);

/** As a canvas's `font`. @param size in pixels */
export function font(weight: Weight, size: number): string {
  return `${weight} ${size}px "Kartu ${weight}", "Kartu ${weight} Ext", "Kartu ${weight} More"`;
}

/** The fonts scale linearly, so one large measurement is right for every size. */
const measuredSize = 100;
const pen = createCanvas(1, 1).getContext("2d");
const widths = new Map<string, number>();
const maxWidths = 20_000;

/** Width in em. The widths of words are cached, because words repeat. */
export const measure: Measure = (text, weight) => {
  const key = `${weight}${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size >= maxWidths) widths.clear();
  pen.font = font(weight, measuredSize);
  const width = pen.measureText(text).width / measuredSize;
  widths.set(key, width);
  return width;
};
