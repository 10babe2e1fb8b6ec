import { join } from "node:path";
import type { CloudContext } from "../kernel/service.ts";
import { Access } from "./access.ts";
import { buildMissingIndexes } from "./earlier-state.ts";
import { ItemStore } from "./item-store.ts";
import { Journal } from "./journal.ts";
import { Streams } from "./streams.ts";
import { Tables } from "./table.ts";
import { TransactionTokens } from "./transaction-tokens.ts";

/** The parts the operations work with. */
export interface Dynamodb {
  readonly context: CloudContext;
  readonly access: Access;
  readonly tables: Tables;
  readonly items: ItemStore;
  readonly streams: Streams;
  readonly tokens: TransactionTokens;
  readonly journal: Journal;
}

/** Opens the files in `context.directory/dynamodb` and finishes writes that a killed process left half done. */
export async function openDynamodb(context: CloudContext): Promise<Dynamodb> {
  const tables = new Tables(context);
  const items = new ItemStore(join(context.directory, "dynamodb"), tables);
  const streams = new Streams(context, tables);
  const tokens = new TransactionTokens(context);
  const journal = new Journal(context, { items, streams, tokens });
  await items.open();
  await journal.recover();
  await buildMissingIndexes({ items, tables });
  return { context, access: new Access(context, tables), tables, items, streams, tokens, journal };
}
