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
import { type Backfill, type Backfills, backfill, type CardPage } from "./backfill-progress.ts";

/** In version 1 all walks were for a look. */
const withGoal = ({ templateVersion, ...item }: Readonly<Record<string, unknown>>) => ({
  goal: templateVersion,
  ...item,
});

const backfillItem = storedItem({ name: "backfill", schema: backfill, upcasters: [withGoal] });

const cardPrefix = "card#";

const drawnCard = z
  .object({
    id: z.string().startsWith(cardPrefix),
    templateVersion: z.string().optional(),
    signedBy: z.string().optional(),
  })
  .transform(({ id, templateVersion, signedBy }) => ({
    employeeId: employeeId.parse(id.slice(cardPrefix.length)),
    ...{ templateVersion, signedBy },
  }));
const lastKey = z.object({ id: z.string() }).optional();

/** Walks of two kinds are at different places: "backfill" is for a look, the other for signatures. */
type ProgressKey = "backfill" | "backfill-signatures";

/** Items read for one page, tokens and counters included. */
const pageItems = 250;

/** The card table as a backfill needs it: read from end to end, which only an operator may do, and with the progress. */
export class BackfillTable implements Backfills {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #key: ProgressKey;

  constructor(db: DynamoDBDocumentClient, tableName: string, key: ProgressKey = "backfill") {
    this.#db = db;
    this.#tableName = tableName;
    this.#key = key;
  }

  async find(): Promise<Backfill | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({
        TableName: this.#tableName,
        Key: { id: this.#key },
        ConsistentRead: true,
      }),
    );
    return Item && backfillItem.parse(Item);
  }

  save(progress: Backfill): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { id: this.#key, ...backfillItem.version, ...progress },
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

  async page(cursor: string | undefined): Promise<CardPage> {
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new ScanCommand({
        TableName: this.#tableName,
        ProjectionExpression: "id, templateVersion, signedBy",
        FilterExpression: "begins_with(id, :prefix)",
        ExpressionAttributeValues: { ":prefix": cardPrefix },
        Limit: pageItems,
        ...(cursor ? { ExclusiveStartKey: { id: cursor } } : {}),
      }),
    );
    const drawn = { name: "card", parse: (item: unknown) => drawnCard.parse(item) };
    return {
      cards: readable(drawn, Items, ({ id }) => ({ cardId: id })),
      next: lastKey.parse(LastEvaluatedKey)?.id,
    };
  }
}
