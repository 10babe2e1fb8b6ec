import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  ScanCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";

/** How far a walk over all cards has come. */
const backfill = z.object({
  /** What cards are to be drawn in. */
  templateVersion: z.string(),
  state: z.enum(["running", "stopped", "done"]),
  /** Where the next page begins; undefined before the first page and after the last. */
  cursor: z.string().optional(),
  /** Cards that were looked at. */
  seen: z.number(),
  /** Cards that were found in another template, and asked for. */
  asked: z.number(),
  startedAt: z.string(),
  updatedAt: z.string(),
  /** Counts the writes: who saves over another step than the one it saw is no longer in charge. */
  step: z.number(),
});
export type Backfill = Readonly<z.infer<typeof backfill>>;
const backfillItem = storedItem({ name: "backfill", schema: backfill });

export interface CardPage {
  readonly cards: readonly CardLook[];
  readonly next: string | undefined;
}

const cardPrefix = "card#";

/** In which template a holder's card is drawn now; undefined when it has a number and no drawing. */
const cardLook = z
  .object({
    id: z.string().startsWith(cardPrefix),
    templateVersion: z.string().optional(),
  })
  .transform(({ id, templateVersion }) => ({
    employeeId: employeeId.parse(id.slice(cardPrefix.length)),
    templateVersion,
  }));
type CardLook = Readonly<z.infer<typeof cardLook>>;
const lastKey = z.object({ id: z.string() }).optional();

const progressKey = "backfill";
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
    return Item && backfillItem.parse(Item);
  }

  /** Writes the step after the one that was seen. @returns false when someone else wrote it */
  save(progress: Backfill): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { id: progressKey, ...backfillItem.version, ...progress },
          ConditionExpression: progress.step === 1 ? "attribute_not_exists(id)" : "#step = :seen",
          ...(progress.step === 1
            ? {}
            : {
                ExpressionAttributeNames: { "#step": "step" },
                ExpressionAttributeValues: { ":seen": progress.step - 1 },
              }),
        }),
      ),
    );
  }

  /** Some of the cards, in no order; a page may hold none and not be the last. One that cannot be read is reported. */
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
    const look = { name: "card", parse: (item: unknown) => cardLook.parse(item) };
    return {
      cards: readable(look, Items, ({ id }) => ({ cardId: id })),
      next: lastKey.parse(LastEvaluatedKey)?.id,
    };
  }
}
