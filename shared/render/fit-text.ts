/**
 * Sets a text into a width: as large as it fits, smaller sizes on more lines. There are two kinds of text. An exact one (a
 * date, a number, a status, a text of the template) never loses a letter: it is set whole, or it is an error. A free one (a
 * name, a jabatan) that is too long ends with an ellipsis, and the caller is told so.
 */
export type Weight = 500 | 700 | 800;

/** The width of a text in em: times the size it is the width in pixels or points. */
export type Measure = (text: string, weight: Weight) => number;

/** One try: up to so many lines of this size. */
export interface Step {
  /** Pixels per em. */
  readonly size: number;
  readonly lines: number;
}

export interface TextStyle {
  readonly weight: Weight;
  /** Added to every space, in em: the font's own are narrow. */
  readonly wordSpacing: number;
  /** Lines as long as they go, as in a letter's text; else they are of similar length. */
  readonly isFilled?: true;
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
}

/** An exact text has no room in its place. */
export class DoesNotFit extends Error {
  constructor(text: string, width: number) {
    super(`«${text}» does not fit into a width of ${Math.floor(width)} pixels.`);
    this.name = "DoesNotFit";
  }
}

/** Marks a place, other than a space, where a text may be broken. It has no width and is not drawn. */
export const softBreak = "\u200B";
const ellipsis = "…";

/**
 * Sets all of the text.
 * @param width of the box, in pixels
 * @param steps largest first
 * @throws DoesNotFit when the last step has no room for all of it
 */
export function fitExact(
  text: string,
  style: TextStyle,
  width: number,
  steps: readonly Step[],
  measure: Measure,
): FittedText {
  const fitted = fitWhole(piecesOf(text), style, width, steps, measure);
  if (!fitted) throw new DoesNotFit(text, width);
  return fitted;
}

/**
 * Sets as much of the text as the last step holds, with ellipses where it is cut.
 * @returns whether it was cut, too
 */
export function fitFree(
  text: string,
  style: TextStyle,
  width: number,
  steps: readonly Step[],
  measure: Measure,
): FittedText & { readonly isShortened: boolean } {
  const pieces = piecesOf(text);
  const whole = fitWhole(pieces, style, width, steps, measure);
  if (whole) return { ...whole, isShortened: false };
  const { size, lines } = steps.at(-1) ?? { size: 12, lines: 1 };
  const em = width / size;
  const cutLines = cut(wrap(pieces, style, em, measure), lines, style, em, measure);
  return { size, lines: cutLines, isShortened: true };
}

/** What stays on one line, and whether a space is before it. */
interface Piece {
  readonly text: string;
  readonly isSpaced: boolean;
}

function piecesOf(text: string): Piece[] {
  return text
    .normalize("NFC")
    .trim()
    .split(/\s+/)
    .flatMap((word) =>
      word.split(softBreak).map((piece, index) => ({ text: piece, isSpaced: index === 0 })),
    );
}

function fitWhole(
  pieces: readonly Piece[],
  style: TextStyle,
  width: number,
  steps: readonly Step[],
  measure: Measure,
): FittedText | undefined {
  for (const { size, lines } of steps) {
    const em = width / size;
    const wrapped = wrap(pieces, style, em, measure);
    if (wrapped.length <= lines && wrapped.every((row) => widthOf(row, style, measure) <= em))
      return {
        size,
        lines: style.isFilled ? wrapped : balance(pieces, wrapped, style, em, measure),
      };
  }
  return undefined;
}

/** In em. */
export function widthOf(
  text: string,
  { weight, wordSpacing }: TextStyle,
  measure: Measure,
): number {
  return measure(text, weight) + wordSpacing * (text.split(" ").length - 1);
}

/** Greedy: a word that is wider than the line has a line of its own. */
function wrap(pieces: readonly Piece[], style: TextStyle, em: number, measure: Measure): string[] {
  const gap = measure("a a", style.weight) - 2 * measure("a", style.weight) + style.wordSpacing;
  const lines: string[] = [];
  let end = 0;
  for (const { text, isSpaced } of pieces) {
    const width = measure(text, style.weight);
    const space = isSpaced ? gap : 0;
    const last = lines.length - 1;
    // A hundredth is reserved for kerning beside spaces, which the sum does not include.
    if (last >= 0 && end + space + width <= em - 0.01 * pieces.length) {
      lines[last] += isSpaced ? ` ${text}` : text;
      end += space + width;
    } else {
      lines.push(text);
      end = width;
    }
  }
  return lines;
}

/** Breaks it into lines of similar length, as a person would: the narrowest width that needs no further line. */
function balance(
  pieces: readonly Piece[],
  wrapped: readonly string[],
  style: TextStyle,
  em: number,
  measure: Measure,
): readonly string[] {
  if (wrapped.length === 1) return wrapped;
  let best = wrapped;
  for (let share = 0.95; share >= 0.5; share -= 0.05) {
    const tighter = wrap(pieces, style, em * share, measure);
    if (tighter.length > wrapped.length) break;
    best = tighter;
  }
  return best;
}

/** At most so many lines. A line that is too long ends with an ellipsis; so does the last one if text is left out. */
function cut(
  wrapped: readonly string[],
  lines: number,
  style: TextStyle,
  em: number,
  measure: Measure,
): string[] {
  const kept = wrapped.slice(0, lines - 1);
  const rest = wrapped.slice(lines - 1).join(" ");
  return [...kept, rest].filter((row) => row !== "").map((row) => shorten(row, style, em, measure));
}

function shorten(text: string, style: TextStyle, em: number, measure: Measure): string {
  if (widthOf(text, style, measure) <= em) return text;
  const characters = [...new Intl.Segmenter("id").segment(text)].map(({ segment }) => segment);
  let [fits, tooMany] = [0, characters.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (widthOf(shortened(characters, middle), style, measure) <= em) fits = middle;
    else tooMany = middle;
  }
  return shortened(characters, fits);
}

function shortened(characters: readonly string[], count: number): string {
  return `${characters.slice(0, count).join("").trimEnd()}${ellipsis}`;
}
