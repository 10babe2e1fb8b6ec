import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { refusalOf, unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { freeFields, type Issue, shapes } from "./card-content.ts";

/** What the first issue gave a holder for good. */
const issue = {
  serial: z.string(),
  issuedOn: z.string(),
};

/** Which drawing is a holder's card now. */
const pointer = z.object({
  /** The record's revision that the pointer was moved for. */
  revision: z.number(),
  contentHash: z.string(),
  templateVersion: z.string(),
  /** Kode Periksa of the drawing. */
  checkCode: z.string(),
  /** What of the record the drawing has no room for. */
  shortened: z
    .array(
      z.object({
        shape: z.enum(shapes),
        field: z.enum(freeFields),
      }),
    )
    .readonly(),
});
export type Pointer = Readonly<z.infer<typeof pointer>>;

/** The first issue, and the pointer once something is drawn. */
const card = z.object({ ...issue, ...pointer.partial().shape });
export type Card = Readonly<z.infer<typeof card>>;
const cardItem = storedItem({ name: "card", schema: card });

/** What a QR's token stands for. */
const cardToken = z.object({ ...issue, employeeId, contentHash: z.string() });
export type CardToken = Readonly<z.infer<typeof cardToken>>;
const tokenItem = storedItem({ name: "card-token", schema: cardToken });

/** The last number that was given out. */
const seriesItem = storedItem({ name: "card-series", schema: z.object({ last: z.int() }) });

/** Cards in DynamoDB: a pointer per holder, an item per token, a counter per letter and year of serial numbers. */
export class CardTable {
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

  /** @param hash of the token, see card-token.ts */
  async findToken(hash: string): Promise<CardToken | undefined> {
    const item = await this.#get(tokenKey(hash));
    return item && tokenItem.parse(item);
  }

  /**
   * The number of a holder's card: allocated once, in order within letter and year, without gaps.
   * @param series letter and year, "A2010"
   * @param day of this issue, "YYYY-MM-DD"; used only when it is the first
   */
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
      // Another issue was faster, or is under way.
      if (refusalOf(error)) return false;
      throw error;
    }
  }

  /** Makes a token known. Doing it again changes nothing. */
  async addToken(hash: string, token: CardToken): Promise<void> {
    await this.#db.send(
      new PutCommand({
        TableName: this.#tableName,
        Item: { id: tokenKey(hash), ...tokenItem.version, ...token },
      }),
    );
  }

  /**
   * Moves the pointer to a drawing that is stored. Only forward: a newer revision's pointer stays.
   * @returns false when it stayed
   */
  point(
    id: EmployeeId,
    { revision, contentHash, templateVersion, checkCode, shortened }: Pointer,
  ): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id: cardKey(id) },
          UpdateExpression:
            "SET revision = :revision, contentHash = :hash, templateVersion = :template, checkCode = :code, shortened = :shortened",
          ConditionExpression:
            "attribute_exists(id) AND (attribute_not_exists(revision) OR revision <= :revision)",
          ExpressionAttributeValues: {
            ":revision": revision,
            ":hash": contentHash,
            ":template": templateVersion,
            ":code": checkCode,
            ":shortened": shortened,
          },
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

const cardKey = (id: EmployeeId) => `card#${id}`;
const tokenKey = (hash: string) => `token#${hash}`;
const seriesKey = (series: string) => `serial#${series}`;
