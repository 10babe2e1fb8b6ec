import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/lib-dynamodb";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { batchGet } from "#shared/runtime/batch-from-table.ts";
import {
  type TransactionItem,
  type TransactionStep,
  writeTogether,
} from "#shared/runtime/conditional-write.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { readable } from "#shared/runtime/stored-item.ts";
import { endedFilesOf } from "./ended-files.ts";
import { endedFilesItem } from "./ended-files-table.ts";
import type { Request, RequestId } from "./request.ts";
import { dueShards, endedIn, itemOf, requestItem } from "./request-item.ts";
import { isClosed, isOnItsWay, type Outcome, outcomes } from "./request-states.ts";
import type {
  EndedPlace,
  EndedQuery,
  Move,
  PersonQuery,
  RequestQuery,
  Requests,
} from "./requests.ts";

type TableMove = Move & { readonly standing: readonly TransactionStep[] };

/**
 * Requests in DynamoDB. Beside each that is open lies a lock of its person, kind and group, so that there is one at a time. Sparse indexes list
 * what waits for an agency's officers and what has a deadline («Take advantage of sparse indexes», Amazon DynamoDB Developer Guide).
 */
export class RequestTable implements Requests {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    this.#db = db;
    this.#tableName = tableName;
    this.#audit = audit;
  }

  async find(id: RequestId): Promise<Request | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item && requestItem.parse(Item);
  }

  async findAll(ids: readonly RequestId[]): Promise<ReadonlyMap<RequestId, Request>> {
    const items = await batchGet(
      this.#db,
      this.#tableName,
      ids.map((id) => ({ id })),
    );
    const found = readable(requestItem, items, ({ id }) => ({ requestId: id }));
    return new Map(found.map((each) => [each.id, each]));
  }

  saving({ before, after, lines, standing }: TableMove): readonly TransactionStep[] {
    const told = lines.map((entry) => ({
      write: this.#audit.append(entry),
      taken: "request-moved" as const,
    }));
    // The last step that fails names the refusal: whoever was slower is told that, and not why else it would have failed.
    return [
      ...told,
      ...standing,
      ...this.#locks(before, after),
      ...this.#endedFiles(before, after),
      { write: this.#put(before, after), taken: "request-moved" },
    ];
  }

  async save(move: TableMove): Promise<void> {
    const [first, ...rest] = this.saving(move);
    if (first) await writeTogether(this.#db, [first, ...rest]);
  }

  async of(person: Id<"emp">, query: PersonQuery): Promise<Request[]> {
    return await this.#list(query, {
      IndexName: "by-person",
      KeyConditionExpression: "personId = :person",
      ExpressionAttributeValues: { ":person": person },
      // Each page is filled up (`#list`): what is left out shortens none.
      ...(query.asked && { FilterExpression: "attribute_not_exists(unasked)" }),
      ScanIndexForward: false,
      ...(query.after && {
        ExclusiveStartKey: { id: query.after.id, since: query.after.at, personId: person },
      }),
    });
  }

  async waiting(queue: string, query: RequestQuery): Promise<Request[]> {
    return await this.#list(query, {
      IndexName: "by-queue",
      KeyConditionExpression: "queue = :queue",
      ExpressionAttributeValues: { ":queue": queue },
      ...(query.after && {
        ExclusiveStartKey: { id: query.after.id, submittedAt: query.after.at, queue },
      }),
    });
  }

  async ended(instansiId: string, { outcomes, limit, after }: EndedQuery): Promise<Request[]> {
    const lists = await Promise.all(
      outcomes.map((outcome) =>
        this.#list({ limit }, endedQuery(endedIn(instansiId, outcome), outcome, after)),
      ),
    );
    // Stable: what ended at the same instant stays in the order of the outcomes, and of the index.
    return lists
      .flat()
      .toSorted((a, b) => (a.since === b.since ? 0 : a.since < b.since ? 1 : -1))
      .slice(0, limit);
  }

  async due(now: Date, limit: number): Promise<Request[]> {
    const found = await this.#deadlines(limit, {
      KeyConditionExpression: "due = :shard AND dueAt <= :now",
      ExpressionAttributeValues: { ":now": now.toISOString() },
    });
    return found.toSorted((a, b) => ((a.dueAt ?? "") < (b.dueAt ?? "") ? -1 : 1)).slice(0, limit);
  }

  async unanswered(
    { from, to }: { readonly from: string; readonly to: string },
    limit: number,
  ): Promise<Request[]> {
    const found = await this.#deadlines(limit, {
      KeyConditionExpression: "due = :shard AND dueAt BETWEEN :from AND :to",
      FilterExpression: "#state = :asked",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: { ":from": from, ":to": to, ":asked": "clarifying" },
    });
    return found.slice(0, limit);
  }

  /** Of each shard. */
  async #deadlines(limit: number, query: Omit<QueryCommandInput, "TableName">): Promise<Request[]> {
    const shards = Array.from({ length: dueShards }, (_, shard) => {
      const values = { ...query.ExpressionAttributeValues, ":shard": `due#${shard}` };
      return { IndexName: "by-due", ...query, ExpressionAttributeValues: values };
    });
    return (await Promise.all(shards.map((each) => this.#list({ limit }, each)))).flat();
  }

  #put(before: Request | undefined, after: Request): TransactionItem {
    const Put = { TableName: this.#tableName, Item: itemOf(after) };
    if (!before) return { Put: { ...Put, ConditionExpression: "attribute_not_exists(id)" } };
    return {
      Put: {
        ...Put,
        ConditionExpression: "version = :seen",
        ExpressionAttributeValues: { ":seen": before.version },
      },
    };
  }

  /**
   * Taken with the submission, given back with the end. It is never deleted: in a transaction nobody says whether keys limit a right to delete
   * (decision 0029), so no function has one.
   */
  #locks(before: Request | undefined, after: Request): TransactionStep[] {
    const wasOpen = before !== undefined && isOnItsWay(before);
    if (wasOpen === isOnItsWay(after)) return [];
    const held = {
      ConditionExpression: "heldBy = :own",
      ExpressionAttributeValues: { ":own": after.id },
    };
    const free = { ConditionExpression: "attribute_not_exists(heldBy)" };
    const Item = lockItem(after, !wasOpen);
    const Put = { TableName: this.#tableName, Item, ...(wasOpen ? held : free) };
    return [{ write: { Put }, taken: wasOpen ? "request-moved" : "request-open" }];
  }

  /** For who deletes files when their time is over. */
  #endedFiles(before: Request | undefined, after: Request): TransactionStep[] {
    const ended = before && isClosed(before) ? undefined : endedFilesOf(after);
    if (!ended) return [];
    const Put = {
      ...{ TableName: this.#tableName, Item: endedFilesItem(ended) },
      ConditionExpression: "attribute_not_exists(id)",
    };
    return [{ write: { Put }, taken: "request-moved" }];
  }

  async #list(
    { limit }: RequestQuery,
    query: Omit<QueryCommandInput, "TableName">,
  ): Promise<Request[]> {
    const found: Request[] = [];
    let from: QueryCommandInput["ExclusiveStartKey"];
    do {
      // A query ends at a megabyte, whatever its limit is.
      const { Items = [], LastEvaluatedKey } = await this.#db.send(
        new QueryCommand({
          ...{ TableName: this.#tableName, ...query, Limit: limit - found.length },
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      found.push(...readable(requestItem, Items, ({ id }) => ({ requestId: id })));
      from = LastEvaluatedKey;
    } while (from && found.length < limit);
    return found;
  }
}

/** What is left of one outcome: of the place's own behind it; of others what is older, or as old and behind it by its outcome. */
function endedQuery(
  ended: string,
  outcome: Outcome,
  after: EndedPlace | undefined,
): Omit<QueryCommandInput, "TableName"> {
  const place = after && outcomes.indexOf(outcome) - outcomes.indexOf(after.outcome);
  const older =
    place === undefined || place === 0 ? "" : ` AND since ${place < 0 ? "<" : "<="} :at`;
  return {
    IndexName: "by-end",
    KeyConditionExpression: `endedIn = :ended${older}`,
    ExpressionAttributeValues: { ":ended": ended, ...(older && { ":at": after?.at }) },
    ScanIndexForward: false,
    ...(after &&
      place === 0 && {
        ExclusiveStartKey: { id: after.id, since: after.at, endedIn: ended },
      }),
  };
}

function lockItem(request: Request, isHeld: boolean) {
  return { id: lockOf(request), type: "request-lock", ...(isHeld && { heldBy: request.id }) };
}

export function lockOf({ person, kind, group }: Pick<Request, "person" | "kind" | "group">) {
  return `lock#${person}#${kind}#${group}`;
}
