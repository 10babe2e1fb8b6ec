/** From words to lines with a place: geometry alone, in pixels of 300 dpi. A canvas or a PDF then draws the lines. */
import { fitText, type Measure, type Step, type TextStyle } from "./fit-text.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Align = "left" | "center" | "right";

export interface PlacedText extends TextStyle {
  readonly text: string;
  readonly size: number;
  /** "#RRGGBB" */
  readonly color: string;
  readonly align: Align;
  /** The line's own box: no glyph leaves it, and the alignment is within it. */
  readonly box: Box;
  /** Where the letters stand. */
  readonly baseline: number;
}

/** A text with its looks, not yet placed. */
export interface Block extends TextStyle {
  readonly text: string;
  readonly steps: readonly Step[];
  readonly color: string;
  readonly align?: Align;
  /** Before the block, in pixels, unless it is the first. */
  readonly gap?: number;
}

/** Of the size: room for the marks above capitals, and below the baseline. */
const ascent = 0.98;
const lineHeight = 1.24;

export interface Placed {
  readonly texts: readonly PlacedText[];
  readonly bottom: number;
}

/** Blocks one below the other, from the top of the column. */
export function placeColumn(
  blocks: readonly Block[],
  column: Omit<Box, "height">,
  measure: Measure,
): Placed {
  const texts: PlacedText[] = [];
  let y = column.y;
  for (const [index, block] of blocks.entries()) {
    if (index > 0) y += block.gap ?? 0;
    const { weight, wordSpacing, color, align = "left" } = block;
    const { size, lines } = fitText(block.text, block, column.width, block.steps, measure);
    for (const text of lines) {
      const box = { x: column.x, y, width: column.width, height: size * lineHeight };
      const baseline = Math.round(y + size * ascent);
      texts.push({ text, size, weight, wordSpacing, color, align, box, baseline });
      y += box.height;
    }
  }
  return { texts, bottom: y };
}

/** Texts that stay together, placed with their top at y. */
export type Group = (y: number) => Placed;

/** Fields side by side: their labels on one line, their last lines on one baseline, whatever their sizes. */
export function placeRow(fields: readonly Group[]): Group {
  return (y) => {
    const placed = fields.map((field) => field(y).texts);
    const baseline = Math.max(...placed.map((texts) => texts.at(-1)?.baseline ?? 0));
    const texts = placed.flatMap(([label, ...values]) => {
      const lower = baseline - (values.at(-1)?.baseline ?? baseline);
      return [...(label ? [label] : []), ...values.map((line) => lowered(line, lower))];
    });
    return { texts, bottom: bottomOf(texts) };
  };
}

function lowered(line: PlacedText, by: number): PlacedText {
  return {
    ...line,
    baseline: line.baseline + by,
    box: { ...line.box, y: line.box.y + by },
  };
}

/**
 * Groups one below the other with equal space between, no more than `maxGap`; what is left stays empty below.
 * @param height that the groups share, in pixels from y
 */
export function spread(
  groups: readonly Group[],
  { y, height }: Pick<Box, "y" | "height">,
  maxGap: number,
): PlacedText[] {
  const placed = groups.map((group) => group(0));
  const free = height - placed.reduce((sum, { bottom }) => sum + bottom, 0);
  const gap = Math.max(0, Math.min(maxGap, free / Math.max(1, groups.length - 1)));
  let top = y;
  return placed.flatMap(({ texts, bottom }) => {
    const down = Math.round(top);
    top += bottom + gap;
    return texts.map((line) => lowered(line, down));
  });
}

function bottomOf(texts: readonly PlacedText[]): number {
  return Math.max(...texts.map(({ box }) => box.y + box.height));
}

/** Whole pixels that hold a line's ink, and none of the lines above and below. @param width of the text, in pixels */
export function inkBox(placed: PlacedText, width: number): Box {
  const { y, height } = placed.box;
  const [top, bottom] = [Math.floor(y), Math.floor(y + height)];
  // Letters may begin a little before their place, and end a little after.
  const bearing = Math.ceil(placed.size * 0.1);
  const left = Math.floor(leftOf(placed, width)) - bearing;
  return { x: left, y: top, width: Math.ceil(width) + 2 * bearing + 1, height: bottom - top };
}

/** The text's left edge. */
export function leftOf({ box, align }: PlacedText, width: number): number {
  if (align === "left") return box.x;
  return align === "right" ? box.x + box.width - width : box.x + (box.width - width) / 2;
}
