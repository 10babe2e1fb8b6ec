import type { Item } from "./attribute-value.ts";

/** An update as validation leaves it: the expression's sections, or the older form. */
interface Update {
  readonly _updates?: { readonly sections: readonly { readonly type: string }[] };
  readonly AttributeUpdates?: Readonly<Record<string, { readonly Action?: string }>>;
}

/**
 * AWS's "UpdateItem", on an item that does not exist: PUT and ADD make it, DELETE "causes nothing to happen; there is no
 * attribute to delete". An update that names no attribute makes the item with its key.
 * @param before the item that was there
 */
export function makesNoItem(update: Update, before: Item | undefined): boolean {
  const { _updates, AttributeUpdates = {} } = update;
  const actions = _updates
    ? _updates.sections.map(({ type }) => type.toUpperCase())
    : Object.values(AttributeUpdates).map(({ Action }) => Action ?? "PUT");
  const takesAway = ["REMOVE", "DELETE"];
  return !before && actions.length > 0 && actions.every((action) => takesAway.includes(action));
}
