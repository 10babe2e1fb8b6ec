import type { Tables } from "./tables.ts";

/** A thing that lies in a table, and how the product writes and reads it. */
export interface Sample {
  readonly table: string;
  /** Its keys; other things lie in the same table. */
  readonly key: RegExp;
  readonly write: (tables: Tables) => Promise<unknown>;
  readonly read: (tables: Tables) => Promise<unknown>;
  /** What older items say and nobody reads any more, by the name of the attribute. */
  readonly dropped?: readonly string[];
}

/** When the samples are written. */
export const at = "2026-11-21T03:00:00.000Z";
export const now = new Date(at);
