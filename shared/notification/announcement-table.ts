import { createHash } from "node:crypto";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type QueryCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { queryAll } from "#shared/runtime/query-from-table.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import {
  type Announcement,
  type AnnouncementMark,
  type Announcements,
  announcement,
  announcementsOnPage,
  mostRunning,
} from "./announcement.ts";

const announcementItem = storedItem({ name: "announcement", schema: announcement });

const counted = z.object({ readers: z.int() });

const marked = z.object({ id: z.string(), digest: z.string(), key: z.string().exactOptional() });

/** Officers who announce at the same moment, each of whom saw room for one more. */
const raced = 10;
const listOf = (instansiId: string) => `announcement#${instansiId}`;
/** Which requests have announced; it begins as the list does, which the right to write names. */
const requestsOf = (instansiId: string) => `${listOf(instansiId)}#requests`;
const countOf = ({ instansiId, key }: Announcement) => `announcement-count#${instansiId}#${key}`;

/**
 * Announcements, in the table of the inboxes: one list an agency, of which each reader looks at what runs (`runsFor`, index `by-running`), and beside
 * it how many have read each. Its rights end at keys, so that each write stands alone (decision 0097).
 */
export class AnnouncementTable implements Announcements {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async add(made: Announcement): Promise<void> {
    const Key = { employeeId: listOf(made.instansiId), id: made.key };
    const item = { ...made, ...announcementItem.version, ...Key };
    await this.#putNew({ ...item, runsFor: made.instansiId });
  }

  async markOf(instansiId: string, requestId: string): Promise<AnnouncementMark | undefined> {
    const item = await this.#get({ employeeId: requestsOf(instansiId), id: requestId });
    return item && marked.parse(item);
  }

  async mark(instansiId: string, made: AnnouncementMark): Promise<AnnouncementMark> {
    const isNew = await this.#putNew({ ...made, employeeId: requestsOf(instansiId) });
    return isNew ? made : ((await this.markOf(instansiId, made.id)) ?? made);
  }

  async #putNew(Item: Record<string, unknown>): Promise<boolean> {
    const ConditionExpression = "attribute_not_exists(employeeId)";
    const put = new PutCommand({ TableName: this.#tableName, Item, ConditionExpression });
    return await unlessConditionFails(this.#db.send(put));
  }

  async find(instansiId: string, key: string): Promise<Announcement | undefined> {
    const item = await this.#get({ employeeId: listOf(instansiId), id: key });
    return item && announcementItem.parse(item);
  }

  async #get(Key: { readonly employeeId: string; readonly id: string }) {
    const read = new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true });
    return (await this.#db.send(read)).Item;
  }

  async list(instansiId: string, before?: string): Promise<Announcement[]> {
    return await this.#query({
      KeyConditionExpression: `employeeId = :list${before === undefined ? "" : " AND id < :before"}`,
      ExpressionAttributeValues: {
        ":list": listOf(instansiId),
        ...(before !== undefined && { ":before": before }),
      },
      ScanIndexForward: false,
      Limit: announcementsOnPage,
    });
  }

  async running(instansiId: string, day: string): Promise<Announcement[]> {
    const found = await this.#query({
      IndexName: "by-running",
      KeyConditionExpression: "runsFor = :agency AND endsOn >= :day",
      ExpressionAttributeValues: { ":agency": instansiId, ":day": day },
      Limit: mostRunning + raced,
    });
    return found.sort((a, b) => (a.key < b.key ? 1 : -1));
  }

  async #query(asked: Omit<QueryCommandInput, "TableName">): Promise<Announcement[]> {
    const items = await queryAll(this.#db, { ...asked, TableName: this.#tableName });
    return readable(announcementItem, items, ({ key }) => ({ key }));
  }

  async end(instansiId: string, key: string, at: Date): Promise<boolean> {
    return await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { employeeId: listOf(instansiId), id: key },
          UpdateExpression: "SET endedAt = :at REMOVE runsFor",
          ConditionExpression: "attribute_exists(employeeId) AND attribute_not_exists(endedAt)",
          ExpressionAttributeValues: { ":at": at.toISOString() },
        }),
      ),
    );
  }

  async noteReader(made: Announcement, reader: EmployeeId): Promise<void> {
    const { id, digest } = placeOf(made, reader);
    const isNew = "attribute_not_exists(seen) OR NOT contains(seen, :reader)";
    await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { employeeId: countOf(made), id },
          UpdateExpression: "ADD readers :one, seen :readers",
          ConditionExpression: isNew,
          ExpressionAttributeValues: {
            ...{ ":one": 1, ":reader": digest, ":readers": new Set([digest]) },
          },
        }),
      ),
    );
  }

  async countReaders(made: Announcement): Promise<number> {
    const items = await queryAll(this.#db, {
      TableName: this.#tableName,
      KeyConditionExpression: "employeeId = :readers",
      ExpressionAttributeValues: { ":readers": countOf(made) },
      ProjectionExpression: "readers",
    });
    return items.reduce((sum, item) => sum + counted.parse(item).readers, 0);
  }
}

/**
 * Where a reader is counted: one of 256 counters, each with the digests of those whom it has. 20,000 readers are 80 digests in each, 2 KB.
 * 64 bits tell them apart: of 100,000 readers two are taken for one once in 4,000 million announcements.
 */
function placeOf(made: Announcement, reader: EmployeeId): { id: string; digest: string } {
  const named = JSON.stringify([countOf(made), reader]);
  const digest = createHash("sha256").update(named).digest("hex");
  return { id: digest.slice(0, 2), digest: digest.slice(2, 18) };
}
