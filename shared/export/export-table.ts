import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import type { ApprovalId } from "#shared/access/approval.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { type AttributeUpdate, updateExpression } from "#shared/runtime/attribute-update.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { type TransactionStep, unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { queryAll } from "#shared/runtime/query-from-table.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type Export, type ExportId, type ExportProgress, exportSchema } from "./export.ts";
import type { Exports } from "./exports.ts";

const exportItem = storedItem({ name: "export", schema: exportSchema });

/** What goes on by a second person alone. */
const withOthers = { ":ready": "ready", ":large": "large", ":asked": "asked" };

/** Exports in DynamoDB: who asked for which people, and how far it is. */
export class ExportTable implements Exports {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async add(item: Export): Promise<void> {
    await unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { ...item, ...exportItem.version, ...expiry(item) },
          ConditionExpression: "attribute_not_exists(id)",
        }),
      ),
    );
  }

  async find(id: ExportId): Promise<Export | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item && exportItem.parse(Item);
  }

  async ofOfficer(officerId: EmployeeId, now: Date, limit: number): Promise<Export[]> {
    const items = await queryAll(this.#db, {
      TableName: this.#tableName,
      IndexName: "by-officer",
      KeyConditionExpression: "officerId = :officer",
      // Few are over and still there: DynamoDB deletes them within days.
      FilterExpression: "endsAt > :now",
      ExpressionAttributeValues: { ":officer": officerId, ":now": now.toISOString() },
      ScanIndexForward: false,
      Limit: limit,
    });
    return readable(exportItem, items, ({ id }) => ({ exportId: id }));
  }

  async advance(id: ExportId, progress: Partial<ExportProgress>, now: Date): Promise<void> {
    await this.#update(id, {
      set: { ...progress, ...expiry(progress), updatedAt: now.toISOString() },
      condition:
        "attribute_exists(id) AND #state <> :ready AND #state <> :large AND #state <> :asked",
      values: withOthers,
    });
  }

  restart(seen: Export, now: Date): Promise<boolean> {
    return this.#update(seen.id, {
      set: { state: "waiting", written: 0, unreadable: 0, updatedAt: now.toISOString() },
      condition: "#state = :seenState AND #updatedAt = :seenAt",
      values: { ":seenState": seen.state, ":seenAt": seen.updatedAt },
    });
  }

  asking(
    seen: Export,
    asked: { readonly approvalId: ApprovalId; readonly endsAt: string },
    now: Date,
  ): TransactionStep {
    const update = {
      set: { state: "asked", ...asked, ...expiry(asked), updatedAt: now.toISOString() },
      condition: "#state = :seenState AND #updatedAt = :seenAt",
      values: { ":seenState": seen.state, ":seenAt": seen.updatedAt },
    };
    return { write: { Update: this.#expression(seen.id, update) }, taken: "record-changed" };
  }

  agreeing(
    id: ExportId,
    {
      approvalId,
      by,
      at,
    }: { readonly approvalId: ApprovalId; readonly by: EmployeeId; readonly at: Date },
  ): TransactionStep {
    const update = {
      set: { state: "approved", approvedBy: by, updatedAt: at.toISOString() },
      condition: "#state = :asked AND #approvalId = :approval",
      values: { ":asked": "asked", ":approval": approvalId },
    };
    return { write: { Update: this.#expression(id, update) }, taken: "approval-subject-changed" };
  }

  #update(id: ExportId, update: AttributeUpdate): Promise<boolean> {
    return unlessConditionFails(this.#db.send(new UpdateCommand(this.#expression(id, update))));
  }

  #expression(id: ExportId, update: AttributeUpdate) {
    return { TableName: this.#tableName, Key: { id }, ...updateExpression(update) };
  }
}

/** When DynamoDB deletes it. */
function expiry({ endsAt }: { readonly endsAt?: string }) {
  return endsAt === undefined ? {} : { expiresAt: epochSeconds(new Date(endsAt)) };
}
