import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import type { ApprovalId } from "#shared/access/approval.ts";
import type { BulkId } from "#shared/bulk/bulk.ts";
import { type AttributeUpdate, updateExpression } from "#shared/runtime/attribute-update.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import type { ErrorCode } from "#shared/runtime/codes.ts";
import { type TransactionStep, unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import {
  type Import,
  type ImportId,
  importItem,
  type JudgedImport,
  type Judgement,
  keptDays,
} from "./import.ts";
import type { Imports } from "./imports.ts";

/** Before a file is judged. */
const openStates = { ":uploading": "uploading", ":judging": "judging" };

const item = storedItem({ name: "import", schema: importItem });

/** Imports in DynamoDB, as long as their files are kept. */
export class ImportTable implements Imports {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async add(each: Import): Promise<Import> {
    const expiresAt = epochSeconds(new Date(each.at)) + keptDays * 86_400;
    const isNew = await unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { ...each, ...item.version, expiresAt },
          ConditionExpression: "attribute_not_exists(id)",
        }),
      ),
    );
    return (isNew ? undefined : await this.find(each.id)) ?? each;
  }

  async find(id: ImportId): Promise<Import | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item && item.parse(Item);
  }

  async ofAgency(instansiId: string, limit: number): Promise<Import[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-agency",
        KeyConditionExpression: "instansiId = :instansi",
        ExpressionAttributeValues: { ":instansi": instansiId },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return readable(item, Items, ({ id }) => ({ importId: id }));
  }

  async begin(id: ImportId): Promise<number | undefined> {
    const begun = await this.#count(id, 1);
    return begun === undefined ? undefined : importItem.shape.begun.parse(begun);
  }

  async unbegin(id: ImportId): Promise<void> {
    await this.#count(id, -1);
  }

  /** @returns `begun` afterwards; undefined when it was judged before */
  async #count(id: ImportId, added: number): Promise<unknown> {
    try {
      const { Attributes } = await this.#db.send(
        new UpdateCommand({
          ...this.#item(id),
          UpdateExpression: "SET #state = :judging ADD #begun :added",
          ConditionExpression: "#state IN (:uploading, :judging)",
          ExpressionAttributeNames: { "#state": "state", "#begun": "begun" },
          ExpressionAttributeValues: { ...openStates, ":added": added },
          ReturnValues: "UPDATED_NEW",
        }),
      );
      return Attributes?.begun;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }

  judge(id: ImportId, state: "judged" | "refused", judgement: Judgement): Promise<boolean> {
    return this.#change(id, {
      set: { state, judgement },
      condition: "#state IN (:uploading, :judging)",
      values: openStates,
    });
  }

  async noteMarked(id: ImportId, refused: number): Promise<void> {
    await this.#change(id, {
      set: { refusedInFile: refused },
      condition: "#state = :applying",
      values: { ":applying": "applying" },
    });
  }

  asking(seen: JudgedImport, asking: NonNullable<Import["asking"]>): TransactionStep {
    const set = { state: "waiting", asking };
    const earlier = seen.asking?.approvalId;
    const update = earlier
      ? {
          condition: "#state = :waiting AND #asking.approvalId = :earlier",
          values: { ":waiting": "waiting", ":earlier": earlier },
        }
      : { condition: "#state = :judged", values: { ":judged": "judged" } };
    return this.#step(seen.id, { set, ...update }, "import-asked");
  }

  applying(id: ImportId, approvalId: ApprovalId, bulkId: BulkId): TransactionStep {
    const update = {
      set: { state: "applying", bulkId },
      condition: "#state = :waiting AND #asking.approvalId = :approved",
      values: { ":waiting": "waiting", ":approved": approvalId },
    };
    return this.#step(id, update, "approval-subject-changed");
  }

  #step(id: ImportId, update: AttributeUpdate, taken: ErrorCode): TransactionStep {
    return { write: { Update: { ...this.#item(id), ...updateExpression(update) } }, taken };
  }

  #change(id: ImportId, update: AttributeUpdate): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(new UpdateCommand({ ...this.#item(id), ...updateExpression(update) })),
    );
  }

  #item(id: ImportId) {
    return { TableName: this.#tableName, Key: { id } };
  }
}
