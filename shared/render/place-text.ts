/** Gives texts their lines and places, in pixels of 300 dpi. It only computes; a canvas or a PDF then draws the lines. */
import { DoesNotFit, type Measure, type TextStyle, widthOf } from "./fit-text.ts";
import { type Align, type Block, type ExactBlock, fitBlock, type TextRole } from "./text-block.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lines that a screen reader reads as one text. */
interface Paragraph {
  readonly role: TextRole;
  readonly text: string;
}

export interface PlacedText extends TextStyle {
  /** The same for all lines of a text. */
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly size: number;
  /** "#RRGGBB" */
  readonly color: string;
  readonly align: Align;
  /** The box of the line: no glyph leaves it, and the text is aligned in it. */
  readonly box: Box;
  /** Where the letters stand. */
  readonly baseline: number;
}

/** Of the size: room for the marks above capitals, and below the baseline. */
const ascent = 0.98;
export const lineHeight = 1.24;

/** The placed texts, and the fields that were shortened. */
export interface Layout<Field extends string = never> {
  readonly texts: readonly PlacedText[];
  readonly shortened: readonly Field[];
}

interface Placed<Field extends string> extends Layout<Field> {
  readonly bottom: number;
}

/** Blocks one below the other, from the top of the column. @throws DoesNotFit when an exact text has no room */
export function placeColumn<Field extends string = never>(
  blocks: readonly Block<Field>[],
  column: Omit<Box, "height">,
  measure: Measure,
): Placed<Field> {
  const texts: PlacedText[] = [];
  const shortened: Field[] = [];
  let y = column.y;
  for (const [index, block] of blocks.entries()) {
    if (index > 0) y += block.gap ?? 0;
    const { weight, wordSpacing, color, align = "left", role = "P" } = block;
    const { size, lines, said, ...fitted } = fitBlock(block, column.width, measure);
    const paragraph = { role, text: said };
    const looks = { paragraph, size, weight, wordSpacing, color, align };
    shortened.push(...fitted.shortened);
    for (const text of lines) {
      const box = { x: column.x, y, width: column.width, height: size * lineHeight };
      const baseline = Math.round(y + size * ascent);
      texts.push({ ...looks, text, box, baseline });
      y += box.height;
    }
  }
  return { texts, shortened, bottom: y };
}

/** Texts that stay together, placed with their top at y. */
export type Group<Field extends string = never> = (y: number) => Placed<Field>;

/** A label with its value below, both whole. */
export type ExactField = readonly [label: ExactBlock, value: ExactBlock];

/** Between fields side by side, in pixels. */
const gaps = { least: 12, most: 40 } as const;

/**
 * Places fields side by side, as large as all of them fit whole: labels on one line, values on one baseline.
 * @throws DoesNotFit when they are too wide at the values' last steps
 */
export function placeRow(
  fields: readonly ExactField[],
  { x, width }: Pick<Box, "x" | "width">,
  measure: Measure,
): Group {
  const { chosen, widths, gap } = fitRow(fields, width, measure);
  return (y) => {
    let left = x;
    const placed = chosen.map((field, index) => {
      const own = widths[index] ?? 0;
      const { texts } = placeColumn(field, { x: left, y, width: own }, measure);
      left += own + gap;
      return texts;
    });
    const baseline = Math.max(...placed.map((texts) => texts.at(-1)?.baseline ?? 0));
    const texts = placed.flatMap(([label, ...values]) => {
      const lower = baseline - (values.at(-1)?.baseline ?? baseline);
      return [...(label ? [label] : []), ...values.map((line) => lowered(line, lower))];
    });
    return { texts, shortened: [], bottom: bottomOf(texts) };
  };
}

function fitRow(fields: readonly ExactField[], width: number, measure: Measure) {
  const tries = Math.max(...fields.map(([, value]) => value.steps.length));
  for (let step = 0; step < tries; step++) {
    const chosen = fields.map(([label, value]): ExactField => {
      const size = value.steps[Math.min(step, value.steps.length - 1)];
      return [label, { ...value, steps: size ? [size] : [] }];
    });
    const widths = chosen.map((field) =>
      Math.max(...field.map((each) => naturalWidth(each, measure))),
    );
    const free = width - widths.reduce((sum, each) => sum + each, 0);
    const gap = Math.min(gaps.most, free / Math.max(1, fields.length - 1));
    if (free >= 0 && (fields.length === 1 || gap >= gaps.least)) return { chosen, widths, gap };
  }
  throw new DoesNotFit(fields.map(([, { text }]) => text).join(" | "), width);
}

/** On one line, with a pixel to spare. */
function naturalWidth(block: ExactBlock, measure: Measure): number {
  const [{ size } = { size: 0 }] = block.steps;
  return Math.ceil(widthOf(block.text, block, measure) * size + 0.05 * size);
}

function lowered(line: PlacedText, by: number): PlacedText {
  return {
    ...line,
    baseline: line.baseline + by,
    box: { ...line.box, y: line.box.y + by },
  };
}

/**
 * Places groups one below the other with equal space between them, at most `maxGap`; the rest stays empty below.
 * @param box that the groups share
 * @throws DoesNotFit when they are higher than that
 */
export function spread<Field extends string = never>(
  groups: readonly Group<Field>[],
  { y, width, height }: Pick<Box, "y" | "width" | "height">,
  maxGap: number,
): Layout<Field> {
  const placed = groups.map((group) => group(0));
  const free = height - placed.reduce((sum, { bottom }) => sum + bottom, 0);
  // A rounded pixel for each.
  if (free < -groups.length) throw new DoesNotFit(wordsOf(placed), width);
  const gap = Math.max(0, Math.min(maxGap, free / Math.max(1, groups.length - 1)));
  let top = y;
  const texts = placed.flatMap(({ texts: own, bottom }) => {
    const down = Math.round(top);
    top += bottom + gap;
    return own.map((line) => lowered(line, down));
  });
  return { texts, shortened: placed.flatMap(({ shortened }) => shortened) };
}

function wordsOf(placed: readonly Layout<string>[]): string {
  return placed.flatMap(({ texts }) => texts.map(({ text }) => text)).join(" ");
}

/** Layouts as one. */
export function together<Field extends string = never>(
  ...layouts: readonly Layout<Field>[]
): Layout<Field> {
  return {
    texts: layouts.flatMap(({ texts }) => texts),
    shortened: layouts.flatMap(({ shortened }) => shortened),
  };
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
