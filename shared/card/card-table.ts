import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Issue, ShortenedText } from "./card-content.ts";

const cardSchema = z.object({
  serial: z.string(),
  issuedOn: z.string(),
  revision: z.number().optional(),
  contentHash: z.string().optional(),
  templateVersion: z.string().optional(),
  checkCode: z.string().optional(),
  shortened: z
    .array(
      z.object({
        shape: z.enum(["landscape", "portrait"]),
        field: z.enum(["name", "jabatan", "unitKerja", "instansi"]),
      }),
    )
    .optional(),
});
const tokenSchema = z.object({
  employeeId: z.custom<EmployeeId>((id) => typeof id === "string" && id.startsWith("emp_")),
  contentHash: z.string(),
  serial: z.string(),
  issuedOn: z.string(),
});

/** Which drawing is a holder's card now. */
export interface Pointer {
  /** The record's revision that the pointer was moved for. */
  readonly revision: number;
  readonly contentHash: string;
  readonly templateVersion: string;
  /** Kode Periksa of the drawing. */
  readonly checkCode: string;
  /** What of the record the drawing has no room for. */
  readonly shortened: readonly ShortenedText[];
}

/** What the first issue gave a holder for good, and the pointer once something is drawn. */
export interface Card extends Issue {
  readonly revision?: Pointer["revision"] | undefined;
  readonly contentHash?: Pointer["contentHash"] | undefined;
  readonly templateVersion?: Pointer["templateVersion"] | undefined;
  readonly checkCode?: Pointer["checkCode"] | undefined;
  readonly shortened?: Pointer["shortened"] | undefined;
}

/** What a QR's token stands for. */
export interface CardToken extends Issue {
  readonly employeeId: EmployeeId;
  readonly contentHash: string;
}

/** Cards in DynamoDB: a pointer per holder, an item per token, a counter per letter and year of serial numbers. */
export class CardTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(employeeId: EmployeeId): Promise<Card | undefined> {
    const item = await this.#get(cardKey(employeeId));
    return item && cardSchema.parse(item);
  }

  /** @param hash of the token, see card-token.ts */
  async findToken(hash: string): Promise<CardToken | undefined> {
    const item = await this.#get(tokenKey(hash));
    return item && tokenSchema.parse(item);
  }

  /**
   * The number of a holder's card: allocated once, in order within letter and year, without gaps.
   * @param series letter and year, "A2010"
   * @param day of this issue, "YYYY-MM-DD"; used only when it is the first
   */
  async issue(employeeId: EmployeeId, series: string, day: string): Promise<Issue> {
    for (;;) {
      const card = await this.find(employeeId);
      if (card) return { serial: card.serial, issuedOn: card.issuedOn };
      const last = Number((await this.#get(seriesKey(series)))?.last ?? 0);
      const issue = { serial: `${series}${String(last + 1).padStart(7, "0")}`, issuedOn: day };
      if (await this.#allocate(employeeId, series, last, issue)) return issue;
    }
  }

  /** @returns false when someone else took the number, or gave this holder one */
  async #allocate(
    employeeId: EmployeeId,
    series: string,
    last: number,
    issue: Issue,
  ): Promise<boolean> {
    const count = {
      TableName: this.#tableName,
      Key: { id: seriesKey(series) },
      UpdateExpression: "SET #last = :next",
      ConditionExpression: last === 0 ? "attribute_not_exists(id)" : "#last = :last",
      ExpressionAttributeNames: { "#last": "last" },
      ExpressionAttributeValues: { ":next": last + 1, ...(last === 0 ? {} : { ":last": last }) },
    };
    const card = {
      TableName: this.#tableName,
      Item: { id: cardKey(employeeId), ...issue },
      ConditionExpression: "attribute_not_exists(id)",
    };
    try {
      await this.#db.send(
        new TransactWriteCommand({ TransactItems: [{ Update: count }, { Put: card }] }),
      );
      return true;
    } catch (error) {
      if (isOvertaken(error)) return false;
      throw error;
    }
  }

  /** Makes a token known. Doing it again changes nothing. */
  async addToken(hash: string, token: CardToken): Promise<void> {
    await this.#db.send(
      new PutCommand({ TableName: this.#tableName, Item: { id: tokenKey(hash), ...token } }),
    );
  }

  /**
   * Moves the pointer to a drawing that is stored. Only forward: a newer revision's pointer stays.
   * @returns false when it stayed
   */
  async point(
    employeeId: EmployeeId,
    { revision, contentHash, templateVersion, checkCode, shortened }: Pointer,
  ): Promise<boolean> {
    try {
      await this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id: cardKey(employeeId) },
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
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  async #get(id: string): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item;
  }
}

/** Whether another issue was faster, or is under way. A transaction is cancelled for other reasons too (throttling). */
function isOvertaken(error: unknown): boolean {
  return (
    error instanceof TransactionCanceledException &&
    !!error.CancellationReasons?.some(
      ({ Code }) => Code === "ConditionalCheckFailed" || Code === "TransactionConflict",
    )
  );
}

const cardKey = (employeeId: EmployeeId) => `card#${employeeId}`;
const tokenKey = (hash: string) => `token#${hash}`;
const seriesKey = (series: string) => `serial#${series}`;
