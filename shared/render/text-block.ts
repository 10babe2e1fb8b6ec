/** Texts with their looks, not yet placed. Which kind a text is of is decided here, by where it comes from. */
import {
  fitExact,
  fitFree,
  type Measure,
  type Step,
  softBreak,
  type TextStyle,
} from "./fit-text.ts";

export type Align = "left" | "center" | "right";

/** What a text is to somebody who hears it (ISO 32000-1, 14.8.4): a label with its value is an item of a list. */
export type TextRole = "H1" | "H2" | "P" | "Lbl" | "LBody";

export interface Looks extends TextStyle {
  /** "P" unless told. */
  readonly role?: TextRole;
  readonly steps: readonly Step[];
  /** "#RRGGBB" */
  readonly color: string;
  readonly align?: Align;
  /** Before the block, in pixels, unless it is the first. */
  readonly gap?: number;
}

/** Never cut. */
export interface ExactBlock extends Looks {
  readonly text: string;
}

/** Cut where it has no room, and then its field is told. It holds no text of its own, only a field's of a record. */
export interface FreeBlock<Field extends string> extends Looks {
  readonly record: Readonly<Record<Field, string>>;
  readonly field: Field;
}

/** @typeParam Field which texts may be cut: of none unless told */
export type Block<Field extends string = never> = ExactBlock | FreeBlock<Field>;

interface FittedBlock<Field extends string> {
  /** What is drawn, as one line. */
  readonly said: string;
  readonly size: number;
  readonly lines: readonly string[];
  readonly shortened: readonly Field[];
}

/** @throws DoesNotFit when an exact text has no room */
export function fitBlock<Field extends string>(
  block: Block<Field>,
  width: number,
  measure: Measure,
): FittedBlock<Field> {
  if (!("record" in block))
    return {
      ...fitExact(block.text, block, width, block.steps, measure),
      said: block.text.replaceAll(softBreak, ""),
      shortened: [],
    };
  const { record, field, steps: sizes } = block;
  const { isShortened, ...fitted } = fitFree(record[field], block, width, sizes, measure);
  return {
    ...fitted,
    said: isShortened ? fitted.lines.join(" ") : record[field],
    shortened: isShortened ? [field] : [],
  };
}

/** Steps of as many lines each. */
export function steps(lines: number, ...sizes: readonly number[]): Step[] {
  return sizes.map((size) => ({ size, lines }));
}
