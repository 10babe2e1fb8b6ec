/** Sets text of any length into a box: as large as it fits, on more lines when smaller, cut with an ellipsis at the last. */
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
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
}

const ellipsis = "…";

/**
 * @param width of the box, in pixels
 * @param steps largest first; the last one always holds, with ellipses
 */
export function fitText(
  text: string,
  style: TextStyle,
  width: number,
  steps: readonly Step[],
  measure: Measure,
): FittedText {
  const words = text.normalize("NFC").trim().split(/\s+/);
  for (const { size, lines } of steps) {
    const em = width / size;
    const wrapped = wrap(words, style, em, measure);
    if (wrapped.length <= lines && wrapped.every((row) => widthOf(row, style, measure) <= em))
      return { size, lines: balance(words, wrapped, style, em, measure) };
  }
  const { size, lines } = steps.at(-1) ?? { size: 12, lines: 1 };
  return {
    size,
    lines: cut(wrap(words, style, width / size, measure), lines, style, width / size, measure),
  };
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
function wrap(words: readonly string[], style: TextStyle, em: number, measure: Measure): string[] {
  const space = measure("a a", style.weight) - 2 * measure("a", style.weight) + style.wordSpacing;
  const lines: string[] = [];
  let end = 0;
  for (const word of words) {
    const width = measure(word, style.weight);
    const last = lines.length - 1;
    // The last hundredth is for kerning beside spaces, which the sum does not know.
    if (last >= 0 && end + space + width <= em - 0.01 * words.length) {
      lines[last] += ` ${word}`;
      end += space + width;
    } else {
      lines.push(word);
      end = width;
    }
  }
  return lines;
}

/** Lines of like length, as a person would break them: the narrowest measure that needs no line more. */
function balance(
  words: readonly string[],
  wrapped: readonly string[],
  style: TextStyle,
  em: number,
  measure: Measure,
): readonly string[] {
  if (wrapped.length === 1) return wrapped;
  let best = wrapped;
  for (let share = 0.95; share >= 0.5; share -= 0.05) {
    const tighter = wrap(words, style, em * share, measure);
    if (tighter.length > wrapped.length) break;
    best = tighter;
  }
  return best;
}

/** So many lines, those that are too long with an ellipsis; the last one tells of what is left out. */
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
