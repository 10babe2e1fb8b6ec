import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  ScanCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";

const backfillSchema = z.object({
  templateVersion: z.string(),
  state: z.enum(["running", "stopped", "done"]),
  cursor: z.string().optional(),
  seen: z.number(),
  asked: z.number(),
  startedAt: z.string(),
  updatedAt: z.string(),
  step: z.number(),
});

/** How far a walk over all cards has come. */
export interface Backfill {
  /** What cards are to be drawn in. */
  readonly templateVersion: string;
  readonly state: "running" | "stopped" | "done";
  /** Where the next page begins; undefined before the first page and after the last. */
  readonly cursor?: string | undefined;
  /** Cards that were looked at. */
  readonly seen: number;
  /** Cards that were found in another template, and asked for. */
  readonly asked: number;
  readonly startedAt: string;
  readonly updatedAt: string;
  /** Counts the writes: who saves over another step than the one it saw is no longer in charge. */
  readonly step: number;
}

export interface CardPage {
  readonly cards: readonly CardLook[];
  readonly next: string | undefined;
}

/** In which template a holder's card is drawn now; undefined when it has a number and no drawing. */
interface CardLook {
  readonly employeeId: EmployeeId;
  readonly templateVersion: string | undefined;
}

const progressKey = "backfill";
const cardPrefix = "card#";
/** Items read for one page, tokens and counters included. */
const pageItems = 250;

/** The card table as a backfill needs it: walked from end to end, which only an operator may, and its progress kept. */
export class BackfillTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  /** The last walk's progress (strongly consistent read). */
  async find(): Promise<Backfill | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({
        TableName: this.#tableName,
        Key: { id: progressKey },
        ConsistentRead: true,
      }),
    );
    return Item && backfillSchema.parse(Item);
  }

  /** Writes the step after the one that was seen. @returns false when someone else wrote it */
  async save(progress: Backfill): Promise<boolean> {
    try {
      await this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { id: progressKey, ...progress },
          ConditionExpression: progress.step === 1 ? "attribute_not_exists(id)" : "#step = :seen",
          ...(progress.step === 1
            ? {}
            : {
                ExpressionAttributeNames: { "#step": "step" },
                ExpressionAttributeValues: { ":seen": progress.step - 1 },
              }),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  /** Some of the cards, in no order; a page may hold none and not be the last. */
  async page(cursor: string | undefined): Promise<CardPage> {
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new ScanCommand({
        TableName: this.#tableName,
        ProjectionExpression: "id, templateVersion",
        FilterExpression: "begins_with(id, :prefix)",
        ExpressionAttributeValues: { ":prefix": cardPrefix },
        Limit: pageItems,
        ...(cursor ? { ExclusiveStartKey: { id: cursor } } : {}),
      }),
    );
    return { cards: Items.map(toLook), next: LastEvaluatedKey?.id as string | undefined };
  }
}

function toLook({ id, templateVersion }: Record<string, unknown>): CardLook {
  return {
    employeeId: String(id).slice(cardPrefix.length) as EmployeeId,
    templateVersion: templateVersion as string | undefined,
  };
}
