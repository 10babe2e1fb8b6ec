/** Texts with their looks, not yet placed. Which kind a text is of is decided here, by where it comes from. */
import type { CardText, FreeField } from "../card-content.ts";
import { fitExact, fitFree, type Measure, type Step, type TextStyle } from "./fit-text.ts";

export type Align = "left" | "center" | "right";

interface Looks extends TextStyle {
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
  readonly free?: never;
}

/** Cut where it has no room, and then its field is told. Made by `freeBlock` alone. */
interface FreeBlock extends Looks {
  readonly text: string;
  readonly free: FreeField & { readonly [mark]: true };
}
declare const mark: unique symbol;

export type Block = ExactBlock | FreeBlock;

/** A field of the record, not a text that someone made: so a date, a number or a status cannot be passed off as one. */
export function freeBlock(
  texts: Pick<CardText, FreeField>,
  field: FreeField,
  looks: Looks,
): FreeBlock {
  return { ...looks, text: texts[field], free: field as FreeBlock["free"] };
}

export interface FittedBlock {
  readonly size: number;
  readonly lines: readonly string[];
  readonly shortened: readonly FreeField[];
}

/** @throws DoesNotFit when an exact text has no room */
export function fitBlock(block: Block, width: number, measure: Measure): FittedBlock {
  const { text, steps, free } = block;
  if (free === undefined) return { ...fitExact(text, block, width, steps, measure), shortened: [] };
  const { isShortened, ...fitted } = fitFree(text, block, width, steps, measure);
  return { ...fitted, shortened: isShortened ? [free] : [] };
}

/** Steps of as many lines each. */
export function steps(lines: number, ...sizes: readonly number[]): Step[] {
  return sizes.map((size) => ({ size, lines }));
}
