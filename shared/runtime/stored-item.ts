/**
 * The form of a stored item. The schema says what is read, `schemaVersion` which version of it has written the item. An item
 * without one was written before there were versions, and has the first (decision 0020).
 */
import type * as z from "zod";
import { logger } from "./logger.ts";

type Attributes = Readonly<Record<string, unknown>>;

/**
 * Makes an item of one version an item of the next. Its new attributes never replace existing ones (`{ added: 1, ...item }`),
 * because an update by newer code adds newer attributes and leaves the older version.
 */
export type Upcaster = (item: Attributes) => Attributes;

interface Readable<T> {
  /** What the thing is called in logs. */
  readonly name: string;
  /** @throws when the item does not fit, or has a version that this code does not know: it would lose data when it writes it back */
  readonly parse: (item: Attributes) => T;
}

export interface StoredItem<T> extends Readable<T> {
  /** The attributes that are added when the item is written. */
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
 * The items that can be read. One that cannot is left out, so that the others are still found, and reported as
 * `<name>.unreadable`, which an alarm counts.
 * @param idsOf the ids of an item that may be logged
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
