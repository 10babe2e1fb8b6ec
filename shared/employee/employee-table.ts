import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  QueryCommand,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable, TransactionItem } from "#shared/audit/audit-table.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { Employee, EmployeeId } from "./employee.ts";
import { searchName, toEmployee, toItem } from "./employee-item.ts";
import type { Nip } from "./nip.ts";
import type { Revision } from "./revision.ts";

export interface EmployeePage {
  readonly items: readonly Employee[];
  /** Where the next page begins; undefined on the last. */
  readonly next?: string | undefined;
}

/** A week: how long a repeated request is recognised. */
const requestMemorySeconds = 7 * 86_400;

/**
 * The records in DynamoDB. The key is an opaque id, because a NIP can change; markers in the same transaction keep
 * NIP and e-mail unique. Every save is one transaction: record, history, markers, idempotency key.
 */
export class EmployeeTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    this.#db = db;
    this.#tableName = tableName;
    this.#audit = audit;
  }

  /** The newest record (strongly consistent read). */
  async find(id: EmployeeId): Promise<Employee | undefined> {
    const item = await this.#get(id);
    return item && toEmployee(item);
  }

  /** Two reads: the number's marker, then the record. */
  async findByNip(nip: Nip): Promise<Employee | undefined> {
    const marker = await this.#get(nipKey(nip));
    return marker && this.find(marker.employeeId as EmployeeId);
  }

  /** The revision that a request made; undefined when the request is new. */
  async revisionOf(requestId: string): Promise<number | undefined> {
    const item = await this.#get(requestKey(requestId));
    return item?.revision as number | undefined;
  }

  /** Adds a record. @throws Conflict `nip-taken`, `email-taken` */
  async add(employee: Employee, entry: AuditEntry): Promise<void> {
    const { id, nip, email } = employee;
    await this.#write([
      {
        write: this.#put(toItem(employee, true), isNew),
        taken: "record-changed",
      },
      { write: this.#audit.append(entry), taken: "record-changed" },
      { write: this.#put(marker(nipKey(nip), id), isNew), taken: "nip-taken" },
      { write: this.#put(marker(emailKey(email), id), isNew), taken: "email-taken" },
    ]);
  }

  /**
   * Saves a change. The same `requestId` again is refused as `request-repeated`, whatever it changes.
   * @throws Conflict `record-changed` when the revision seen is not the newest, `nip-taken`, `email-taken`, `request-repeated`
   */
  async save(
    { seen, before, after, cardChanged, entry }: Revision,
    requestId?: string,
  ): Promise<void> {
    await this.#write([
      {
        write: {
          Put: {
            TableName: this.#tableName,
            Item: toItem(after, cardChanged),
            ConditionExpression: "revision = :seen",
            ExpressionAttributeValues: { ":seen": seen },
          },
        },
        taken: "record-changed",
      },
      { write: this.#audit.append(entry), taken: "record-changed" },
      ...this.#moveMarker(nipKey(before.nip), nipKey(after.nip), after.id, "nip-taken"),
      ...this.#moveMarker(emailKey(before.email), emailKey(after.email), after.id, "email-taken"),
      ...(requestId ? [{ write: this.#request(requestId, after), taken: "request-repeated" }] : []),
    ]);
  }

  /** Records of one instansi in the order of their names, whose name begins with `name`. */
  async search({
    instansiId,
    name,
    limit,
    from,
  }: {
    instansiId: string;
    name: string;
    limit: number;
    from?: string | undefined;
  }): Promise<EmployeePage> {
    const prefix = searchName(name);
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-instansi",
        KeyConditionExpression: prefix
          ? "instansiId = :instansi AND begins_with(searchName, :prefix)"
          : "instansiId = :instansi",
        ExpressionAttributeValues: {
          ":instansi": instansiId,
          ...(prefix ? { ":prefix": prefix } : {}),
        },
        Limit: limit,
        ...(from ? { ExclusiveStartKey: decodeCursor(from, instansiId) } : {}),
      }),
    );
    return {
      items: Items.map(toEmployee),
      next: LastEvaluatedKey && encodeCursor(LastEvaluatedKey),
    };
  }

  /** Records whose card last changed on this UTC day, before that instant: what the reconciler looks at. */
  async *cardChangesOf(day: string, before: Date): AsyncGenerator<Employee> {
    yield* this.#all("by-card-change", "cardChangeDay = :key AND cardChangedAt < :before", {
      ":key": day,
      ":before": before.toISOString(),
    });
  }

  /** Records whose contract's last day is this one. */
  async *contractsEndingOn(day: string): AsyncGenerator<Employee> {
    yield* this.#all("by-contract-end", "contractEnd = :key", { ":key": day });
  }

  async *#all(
    index: string,
    condition: string,
    values: Record<string, string>,
  ): AsyncGenerator<Employee> {
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#tableName,
        IndexName: index,
        KeyConditionExpression: condition,
        ExpressionAttributeValues: values,
      },
    );
    for await (const { Items = [] } of pages) yield* Items.map(toEmployee);
  }

  async #get(id: string): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item;
  }

  #put(item: Record<string, unknown>, condition: string): TransactionItem {
    return { Put: { TableName: this.#tableName, Item: item, ConditionExpression: condition } };
  }

  #request(requestId: string, after: Employee): TransactionItem {
    const expiresAt = Math.floor(Date.parse(after.updatedAt) / 1000) + requestMemorySeconds;
    const item = {
      id: requestKey(requestId),
      type: "request",
      employeeId: after.id,
      revision: after.revision,
      expiresAt,
    };
    return this.#put(item, isNew);
  }

  #moveMarker(from: string, to: string, employeeId: EmployeeId, taken: string): Step[] {
    if (from === to) return [];
    const remove: TransactionItem = { Delete: { TableName: this.#tableName, Key: { id: from } } };
    return [
      { write: remove, taken },
      { write: this.#put(marker(to, employeeId), isNew), taken },
    ];
  }

  async #write(steps: readonly Step[]): Promise<void> {
    try {
      await this.#db.send(
        new TransactWriteCommand({ TransactItems: steps.map(({ write }) => write) }),
      );
    } catch (error) {
      throw refusal(error, steps) ?? error;
    }
  }
}

/** One write of a transaction, and what it means when its condition fails. */
interface Step {
  readonly write: TransactionItem;
  readonly taken: string;
}

const isNew = "attribute_not_exists(id)";
const nipKey = (nip: string) => `nip#${nip}`;
const emailKey = (email: string) => `email#${email.trim().toLowerCase()}`;
const requestKey = (requestId: string) => `request#${requestId}`;

function marker(id: string, employeeId: EmployeeId): Record<string, unknown> {
  return { id, type: "marker", employeeId };
}

/** The last step that failed names the refusal: a repeated request is one even when the record has moved on. */
function refusal(error: unknown, steps: readonly Step[]): Conflict | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const failed = steps
    .filter((_, i) => error.CancellationReasons?.[i]?.Code === "ConditionalCheckFailed")
    .at(-1);
  const contended = error.CancellationReasons?.some(({ Code }) => Code === "TransactionConflict");
  if (failed) return new Conflict(failed.taken);
  return contended ? new Conflict("record-changed") : undefined;
}

function encodeCursor({ id, searchName: name }: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify([id, name])).toString("base64url");
}

/** The cursor's own instansi is never trusted: a page stays within the caller's. */
function decodeCursor(cursor: string, instansiId: string): Record<string, unknown> {
  try {
    const [id, name] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as [
      unknown,
      unknown,
    ];
    return { id: String(id), searchName: String(name), instansiId };
  } catch {
    throw new Conflict("cursor-malformed");
  }
}
