import { DeleteCommand, type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { ledgerKey, yearKey } from "#shared/leave/leave-ledger-table.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { ErasedPart } from "./erase-leavers.ts";

const ledger = z.object({ years: z.array(z.int()) });

/** The leave of one person, in the table of requests; the days of each leave go with its request. */
export class PersonLedgerTable implements ErasedPart {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  /** The ledger goes last: a run that was killed finds the years by it. */
  async erase(person: Id<"emp">): Promise<void> {
    const TableName = this.#tableName;
    const Key = { id: ledgerKey(person) };
    const { Item } = await this.#db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    if (!Item) return;
    const years = ledger.parse(Item).years.map((year) => ({ id: yearKey(person, year) }));
    for (const each of [...years, Key])
      await this.#db.send(new DeleteCommand({ TableName, Key: each }));
  }
}
