/**
 * How a thing lies in a table. Its schema says what is read; `schemaVersion` says which schema it was written by. An item
 * without one was written before there were versions, and is of the first (decision 0020).
 */
import type * as z from "zod";
import { logger } from "./logger.ts";

type Attributes = Readonly<Record<string, unknown>>;

/**
 * Makes of an item of one version an item of the next. What it adds, it adds below what is there (`{ added: 1, ...item }`):
 * an update by newer code leaves an item with newer attributes and the older version.
 */
export type Upcaster = (item: Attributes) => Attributes;

interface Readable<T> {
  /** What the thing is called in logs. */
  readonly name: string;
  /** @throws when the item is none, or of a version that this code does not know: what it wrote back would lose something */
  readonly parse: (item: Attributes) => T;
}

export interface StoredItem<T> extends Readable<T> {
  /** What is written in the item beside the thing. */
  readonly version: { readonly schemaVersion: number };
}

/**
 * @param upcasters from the first version to the second, from there to the third, and so on: there is no version without one
 */
export function storedItem<T>({
  name,
  schema,
  upcasters = [],
}: {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly upcasters?: readonly Upcaster[];
}): StoredItem<T> {
  const schemaVersion = 1 + upcasters.length;

  function parse(item: Attributes): T {
    const { schemaVersion: written = 1 } = item;
    const isKnown = Number.isInteger(written) && Number(written) >= 1;
    if (!isKnown || Number(written) > schemaVersion)
      throw new Error(
        `A ${name} of version ${written} is read by code of version ${schemaVersion}.`,
      );
    const missing = upcasters.slice(Number(written) - 1);
    return schema.parse(missing.reduce((older, upcast) => upcast(older), item));
  }

  return { name, version: { schemaVersion }, parse };
}

/**
 * Of many items those that can be read. One that cannot must not hide its neighbours: it is left out, and reported as
 * `<name>.unreadable` where an alarm counts it.
 * @param idsOf what may be logged of an item: ids of ours
 */
export function readable<T>(
  { name, parse }: Readable<T>,
  items: readonly Attributes[],
  idsOf: (item: Attributes) => Record<string, unknown>,
): T[] {
  return items.flatMap((item) => {
    try {
      return [parse(item)];
    } catch {
      logger.error(`${name}.unreadable`, idsOf(item));
      return [];
    }
  });
}
