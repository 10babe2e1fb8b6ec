import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { PostId } from "#shared/post/post.ts";
import { stillAt, type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import { cursorIn, cursorText } from "#shared/runtime/cursor.ts";
import { queryAll } from "#shared/runtime/query-from-table.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { aboutWhom, type Letter, type LetterId, letter, letterId } from "./letter.ts";
import type { LetterPage, Letters } from "./letters.ts";

const letterItem = storedItem({ name: "letter", schema: letter });

const keyOf = (id: LetterId) => ({ id, part: "letter" });
const place = z.tuple([letterId, z.string()]);
const mostWaiting = 100;

/** The letters in DynamoDB; the registers of their numbers lie in the same table (number-register-table.ts). */
export class LetterTable implements Letters {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    this.#db = db;
    this.#tableName = tableName;
    this.#audit = audit;
  }

  async find(id: LetterId): Promise<Letter | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: keyOf(id), ConsistentRead: true }),
    );
    return Item && letterItem.parse(Item);
  }

  async of(
    instansiId: string,
    { limit, from }: { readonly limit: number; readonly from?: string | undefined },
  ): Promise<LetterPage> {
    const start = from === undefined ? undefined : startOf(instansiId, from);
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        ...{ TableName: this.#tableName, IndexName: "by-agency", ScanIndexForward: false },
        ...{ KeyConditionExpression: "agency = :agency", Limit: limit },
        ExpressionAttributeValues: { ":agency": instansiId },
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    const { id, since } = LastEvaluatedKey ?? {};
    return {
      items: readable(letterItem, Items, (item) => ({ letterId: item.id })),
      next: LastEvaluatedKey && cursorText([String(id), String(since)]),
    };
  }

  async waitingFor(post: PostId): Promise<readonly Letter[]> {
    const waiting = await queryAll(this.#db, {
      ...{ TableName: this.#tableName, IndexName: "by-post", Limit: mostWaiting },
      KeyConditionExpression: "waitsFor = :post",
      ExpressionAttributeValues: { ":post": post },
    });
    return readable(letterItem, waiting, ({ id }) => ({ letterId: id }));
  }

  async about(person: EmployeeId, limit: number): Promise<readonly Letter[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        ...{ TableName: this.#tableName, IndexName: "by-person", ScanIndexForward: false },
        ...{ KeyConditionExpression: "about = :person", Limit: limit },
        ExpressionAttributeValues: { ":person": person },
      }),
    );
    return readable(letterItem, Items, ({ id }) => ({ letterId: id }));
  }

  telling(line: AuditEntry): TransactionStep {
    return { write: this.#audit.append(line), taken: "letter-changed" };
  }

  async save(
    saved: Letter,
    entry: AuditEntry,
    ...others: readonly TransactionStep[]
  ): Promise<void> {
    const { id, instansiId, revision, state, steps, words } = saved;
    const person = aboutWhom(words);
    const Item = {
      ...{ ...saved, ...letterItem.version, ...keyOf(id), type: "letter" },
      ...{ agency: instansiId, since: steps.at(-1)?.at },
      ...(state === "waiting" && { waitsFor: words.post }),
      ...(person !== undefined && { about: person }),
    };
    const put = { TableName: this.#tableName, Item, ...stillAt(revision - 1, "id") };
    const taken = "letter-changed";
    await writeTogether(this.#db, [
      { write: { Put: put }, taken },
      { write: this.#audit.append(entry), taken },
      ...others,
    ]);
  }
}

/** Behind which letter a page begins. @throws InvalidInput on `cursor` */
function startOf(agency: string, from: string) {
  const [id, since] = cursorIn(place, from);
  return { ...keyOf(id), agency, since };
}
