/**
 * The form of a stored item. The schema says what is read, `schemaVersion` which version of it has written the item. An item
 * without one was written before there were versions, and has the first (decision 0020).
 */
import * as z from "zod";
import { logger } from "./logger.ts";

type Attributes = Readonly<Record<string, unknown>>;

/**
 * Makes an item of one version an item of the next. Its new attributes never replace existing ones (`{ added: 1, ...item }`),
 * because an update by newer code adds newer attributes and leaves the older version.
 */
export type Upcaster = (item: Attributes) => Attributes;

interface Readable<I, T> {
  /** What the thing is called in logs. */
  readonly name: string;
  /** @throws Unreadable when the item does not fit, or has a version that this code does not know: it would lose data when it writes it back */
  readonly parse: (item: I) => T;
}

/** A stored item that this code cannot read. */
class Unreadable extends Error {}

export interface StoredItem<T> extends Readable<Attributes, T> {
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
      throw new Unreadable(
        `A ${name} of version ${written} is read by code of version ${schemaVersion}.`,
      );
    const missing = upcasters.slice(Number(written) - 1);
    const read = schema.safeParse(missing.reduce((older, upcast) => upcast(older), item));
    if (!read.success) throw new Unreadable(read.error.message, { cause: read.error });
    return read.data;
  }

  return { name, version: { schemaVersion }, parse };
}

/**
 * The items that can be read. One that cannot is left out, so that the others are still found, and reported as
 * `<name>.unreadable`, which an alarm counts.
 * @param idsOf the ids of an item that may be logged
 */
export function readable<I, T>(
  { name, parse }: Readable<I, T>,
  items: readonly I[],
  idsOf: (item: I) => Record<string, unknown>,
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

/**
 * What a list reads beside its own items. What cannot be read is reported as in `readable`, and the list goes on without it.
 * @param otherwise what stands for it then
 * @throws what `reading` throws for another reason
 */
export async function ifReadable<T, Otherwise>(
  { name, ids }: { readonly name: string; readonly ids: Readonly<Record<string, unknown>> },
  reading: Promise<T>,
  otherwise: Otherwise,
): Promise<T | Otherwise> {
  try {
    return await reading;
  } catch (error) {
    // What an approval changes has its kind's own shape, which is parsed apart from it.
    if (!(error instanceof Unreadable || error instanceof z.ZodError)) throw error;
    logger.error(`${name}.unreadable`, ids);
    return otherwise;
  }
}
