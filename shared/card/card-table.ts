import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { refusalOf, unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import {
  type Card,
  type Cards,
  type CardToken,
  card,
  cardToken,
  type DrawingOfHolder,
  type Pointer,
} from "./card.ts";
import type { Issue } from "./card-content.ts";
import { cardFiles, fileName } from "./card-file.ts";

/** In version 1 all files were drawn at once, and each card had its own backs (decision 0023). */
function withAllFiles(item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { id, contentHash, templateVersion } = item;
  if (contentHash === undefined) return item;
  const own = `cards/${String(id).slice(cardPrefix.length)}/${contentHash}/${templateVersion}`;
  return { backs: own, files: cardFiles.map(fileName), ...item };
}

const cardItem = storedItem({ name: "card", schema: card, upcasters: [withAllFiles] });

const tokenItem = storedItem({ name: "card-token", schema: cardToken });

/** The last number that was given out. */
const seriesItem = storedItem({ name: "card-series", schema: z.object({ last: z.int() }) });

/** Cards in DynamoDB: a pointer per holder, an item per token, a counter per letter and year of serial numbers. */
export class CardTable implements Cards {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(id: EmployeeId): Promise<Card | undefined> {
    const item = await this.#get(cardKey(id));
    return item && cardItem.parse(item);
  }

  async findToken(hash: string): Promise<CardToken | undefined> {
    const item = await this.#get(tokenKey(hash));
    return item && tokenItem.parse(item);
  }

  async issue(id: EmployeeId, series: string, day: string): Promise<Issue> {
    for (;;) {
      const known = await this.find(id);
      if (known) return { serial: known.serial, issuedOn: known.issuedOn };
      const item = await this.#get(seriesKey(series));
      const last = item ? seriesItem.parse(item).last : 0;
      const next = { serial: `${series}${String(last + 1).padStart(7, "0")}`, issuedOn: day };
      if (await this.#allocate(id, series, last, next)) return next;
    }
  }

  /** @returns false when someone else took the number, or gave this holder one */
  async #allocate(id: EmployeeId, series: string, last: number, next: Issue): Promise<boolean> {
    const count = {
      TableName: this.#tableName,
      Key: { id: seriesKey(series) },
      UpdateExpression: "SET #last = :next, schemaVersion = :version",
      ConditionExpression: last === 0 ? "attribute_not_exists(id)" : "#last = :last",
      ExpressionAttributeNames: { "#last": "last" },
      ExpressionAttributeValues: {
        ":next": last + 1,
        ":version": seriesItem.version.schemaVersion,
        ...(last === 0 ? {} : { ":last": last }),
      },
    };
    const put = {
      TableName: this.#tableName,
      Item: { id: cardKey(id), ...cardItem.version, ...next },
      ConditionExpression: "attribute_not_exists(id)",
    };
    try {
      await this.#db.send(
        new TransactWriteCommand({ TransactItems: [{ Update: count }, { Put: put }] }),
      );
      return true;
    } catch (error) {
      // Another issue was faster, or runs at the same time.
      if (refusalOf(error)) return false;
      throw error;
    }
  }

  async addToken(hash: string, token: CardToken): Promise<void> {
    await this.#db.send(
      new PutCommand({
        TableName: this.#tableName,
        Item: { id: tokenKey(hash), ...tokenItem.version, ...token },
      }),
    );
  }

  point(
    id: EmployeeId,
    { revision, contentHash, templateVersion, backs, files, checkCode, shortened }: Pointer,
  ): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id: cardKey(id) },
          UpdateExpression:
            "SET revision = :revision, contentHash = :hash, templateVersion = :template, backs = :backs, files = :files, checkCode = :code, shortened = :shortened",
          ConditionExpression:
            "attribute_exists(id) AND (attribute_not_exists(revision) OR revision <= :revision)",
          ExpressionAttributeValues: {
            ":revision": revision,
            ":hash": contentHash,
            ":template": templateVersion,
            ":backs": backs,
            ":files": files,
            ":code": checkCode,
            ":shortened": shortened,
          },
        }),
      ),
    );
  }

  async noteFile(
    id: EmployeeId,
    { contentHash, templateVersion, backs }: DrawingOfHolder,
    name: string,
  ): Promise<void> {
    await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id: cardKey(id) },
          UpdateExpression: "SET files = list_append(files, :names)",
          ConditionExpression:
            "contentHash = :hash AND templateVersion = :template AND backs = :backs AND attribute_exists(files) AND NOT contains(files, :name)",
          ExpressionAttributeValues: {
            ":hash": contentHash,
            ":template": templateVersion,
            ":backs": backs,
            ":name": name,
            ":names": [name],
          },
        }),
      ),
    );
  }

  async noteView(id: EmployeeId, shape: NonNullable<Card["viewed"]>): Promise<void> {
    await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id: cardKey(id) },
          UpdateExpression: "SET viewed = :shape",
          ConditionExpression: "attribute_exists(id)",
          ExpressionAttributeValues: { ":shape": shape },
        }),
      ),
    );
  }

  async #get(id: string): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item;
  }
}

const cardPrefix = "card#";
const cardKey = (id: EmployeeId) => `${cardPrefix}${id}`;
const tokenKey = (hash: string) => `token#${hash}`;
const seriesKey = (series: string) => `serial#${series}`;
