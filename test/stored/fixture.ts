/** What was stored once: the samples' items, by their name and the version of their schema, and what they are read as. */
import * as z from "zod";
import { samples } from "./samples.ts";
import type { Tables } from "./tables.ts";

const stored = z.object({
  items: z.array(z.record(z.string(), z.unknown())).min(1),
  reads: z.unknown(),
});
export type Stored = z.infer<typeof stored>;

/** Name → version → what lies there. */
export const fixtureSchema = z.record(z.string(), z.record(z.string(), stored));
export type Fixture = z.infer<typeof fixtureSchema>;

/** The highest version among some items; one without a version is of the first. */
function versionOf(items: Stored["items"]): number {
  return Math.max(...items.map(({ schemaVersion }) => z.int().default(1).parse(schemaVersion)));
}

/** Writes each sample into tables of its own, and takes what lies there then. */
export async function storeSamples(open: () => Tables): Promise<Fixture> {
  const fixture: Fixture = {};
  for (const [name, { table, key, write, read }] of Object.entries(samples)) {
    const tables = open();
    await write(tables);
    const items = await tables.items(table, key);
    fixture[name] = { [versionOf(items)]: { items, reads: await read(tables) } };
  }
  return fixture;
}
