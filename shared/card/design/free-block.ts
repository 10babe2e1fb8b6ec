import type { FreeBlock, Looks } from "#shared/render/text-block.ts";
import type { CardText, FreeField } from "../card-content.ts";

/** A field of the record, not a text that someone made: so a date, a number or a status cannot be passed off as one. */
export function freeBlock(
  record: Pick<CardText, FreeField>,
  field: FreeField,
  looks: Looks,
): FreeBlock<FreeField> {
  return { ...looks, record, field };
}
