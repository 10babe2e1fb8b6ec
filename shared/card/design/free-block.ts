import type { FreeBlock, Looks } from "#shared/render/text-block.ts";
import type { CardText, FreeField } from "../card-content.ts";

/** Takes the name of a field, not a text, so that nobody can shorten a date, a number or a status with it. */
export function freeBlock(
  record: Pick<CardText, FreeField>,
  field: FreeField,
  looks: Looks,
): FreeBlock<FreeField> {
  return { ...looks, record, field };
}
