/** Texts with their looks, before they are placed. Each text gets its kind here, exact or free. */
import {
  fitExact,
  fitFree,
  type Measure,
  type Step,
  softBreak,
  type TextStyle,
} from "./fit-text.ts";

export type Align = "left" | "center" | "right";

/** The role of a text for a screen reader (ISO 32000-1, 14.8.4): a label with its value is an item of a list. */
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

/** Cut where it has no room; the layout names its field then. It only takes the text of a record's field. */
export interface FreeBlock<Field extends string> extends Looks {
  readonly record: Readonly<Record<Field, string>>;
  readonly field: Field;
}

/** @typeParam Field the fields whose texts may be cut; by default none */
export type Block<Field extends string = never> = ExactBlock | FreeBlock<Field>;

interface FittedBlock<Field extends string> {
  /** The drawn text, as one line. */
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

/** Steps with the same number of lines. */
export function steps(lines: number, ...sizes: readonly number[]): Step[] {
  return sizes.map((size) => ({ size, lines }));
}
