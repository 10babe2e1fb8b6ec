import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import {
  type MailedCode,
  type MailedCodeKey,
  type MailedCodeMessage,
  type MailedCodes,
  mailAgainSeconds,
  mailedCode,
  mailedCodeTries,
} from "./mailed-code.ts";

export const mailedCodeItem = storedItem({ name: "mailed-code", schema: mailedCode });

/** Permissions use this prefix: a function that mails codes reads no sessions (infra/resources/session-table.ts). */
export const mailedCodeKeyOf = ({ employeeId, purpose }: MailedCodeKey) => ({
  id: `code#${purpose}#${employeeId}`,
});

/** The codes that are asked for; they are in the session table. */
export class MailedCodeTable implements MailedCodes {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the session table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  ask(code: Omit<MailedCode, "hash" | "tries" | "settled">): Promise<boolean> {
    const before = new Date(Date.parse(code.askedAt) - mailAgainSeconds * 1000).toISOString();
    const item = {
      ...mailedCodeKeyOf(code),
      ...mailedCodeItem.version,
      type: "code",
      ...code,
      tries: 0,
    };
    return unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { ...item, expiresAt: epochSeconds(new Date(code.endsAt)) },
          ConditionExpression: "attribute_not_exists(id) OR askedAt <= :before",
          ExpressionAttributeValues: { ":before": before },
        }),
      ),
    );
  }

  async find(key: MailedCodeKey): Promise<MailedCode | undefined> {
    const Key = mailedCodeKeyOf(key);
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    return Item && mailedCodeItem.parse(Item);
  }

  keep(
    message: MailedCodeMessage,
    { hash, endsAt }: { hash: string; endsAt: string },
  ): Promise<boolean> {
    return this.#change(message, {
      UpdateExpression: "SET #hash = :hash, endsAt = :end, expiresAt = :expires",
      ConditionExpression: "askId = :ask AND attribute_not_exists(settled)",
      ExpressionAttributeNames: { "#hash": "hash" },
      ExpressionAttributeValues: {
        ":hash": hash,
        ":end": endsAt,
        ":expires": epochSeconds(new Date(endsAt)),
      },
    });
  }

  settle(message: MailedCodeMessage): Promise<boolean> {
    return this.#change(message, {
      UpdateExpression: "SET settled = :true",
      ConditionExpression: "askId = :ask",
      ExpressionAttributeValues: { ":true": true },
    });
  }

  countTry(message: MailedCodeMessage): Promise<boolean> {
    return this.#change(message, {
      UpdateExpression: "ADD tries :one",
      ConditionExpression: "askId = :ask AND tries < :max",
      ExpressionAttributeValues: { ":one": 1, ":max": mailedCodeTries },
    });
  }

  take({ askId, ...key }: MailedCodeMessage): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new DeleteCommand({
          TableName: this.#tableName,
          Key: mailedCodeKeyOf(key),
          ConditionExpression: "askId = :ask",
          ExpressionAttributeValues: { ":ask": askId },
        }),
      ),
    );
  }

  #change(
    { askId, ...key }: MailedCodeMessage,
    {
      ExpressionAttributeValues,
      ...change
    }: Pick<
      UpdateCommandInput,
      | "UpdateExpression"
      | "ConditionExpression"
      | "ExpressionAttributeNames"
      | "ExpressionAttributeValues"
    >,
  ): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: mailedCodeKeyOf(key),
          ...change,
          ExpressionAttributeValues: { ...ExpressionAttributeValues, ":ask": askId },
        }),
      ),
    );
  }
}
