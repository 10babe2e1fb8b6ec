import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
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

/** The last number that was given out. It also has an attribute for each holder whose number is reserved: that number. */
const seriesItem = storedItem({ name: "card-series", schema: z.object({ last: z.int() }) });
const reservation = z.int().optional();

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

  /**
   * First a number is reserved under the holder's name in one write of the counter, which waits for no other holder; then the
   * card is stored with it; then the reservation is over. Whoever crashes in between finds the reservation again.
   */
  async issue(id: EmployeeId, series: string, day: string): Promise<Issue> {
    for (;;) {
      const known = await this.find(id);
      if (known) return { serial: known.serial, issuedOn: known.issuedOn };
      const order = (await this.#reserve(id, series)) ?? (await this.#reserved(id, series));
      // Another issue of the same holder stored its card in this moment.
      if (order === undefined) continue;
      const issue = { serial: `${series}${String(order).padStart(7, "0")}`, issuedOn: day };
      const isStored = await this.#store(id, issue);
      if (isStored || (await this.find(id))?.serial === issue.serial)
        await this.#release(id, series, order);
      else await this.#giveBack(id, series, order);
      if (isStored) return issue;
    }
  }

  /** @returns the next number; undefined when one is reserved for this holder */
  async #reserve(id: EmployeeId, series: string): Promise<number | undefined> {
    try {
      const { Attributes } = await this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id: seriesKey(series) },
          UpdateExpression:
            "SET #last = if_not_exists(#last, :none) + :one, #holder = if_not_exists(#last, :none) + :one, schemaVersion = :version",
          ConditionExpression: "attribute_not_exists(#holder)",
          ExpressionAttributeNames: { "#last": "last", "#holder": id },
          ExpressionAttributeValues: {
            ":none": 0,
            ":one": 1,
            ":version": seriesItem.version.schemaVersion,
          },
          ReturnValues: "UPDATED_NEW",
        }),
      );
      return seriesItem.parse(Attributes ?? {}).last;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }

  async #reserved(id: EmployeeId, series: string): Promise<number | undefined> {
    return reservation.parse((await this.#get(seriesKey(series)))?.[id]);
  }

  /** @returns false when this holder has a card */
  #store(id: EmployeeId, issue: Issue): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { id: cardKey(id), ...cardItem.version, ...issue },
          ConditionExpression: "attribute_not_exists(id)",
        }),
      ),
    );
  }

  /** Ends a reservation whose number is on the holder's card. */
  async #release(id: EmployeeId, series: string, order: number): Promise<void> {
    await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id: seriesKey(series) },
          UpdateExpression: "REMOVE #holder",
          ConditionExpression: "#holder = :order",
          ExpressionAttributeNames: { "#holder": id },
          ExpressionAttributeValues: { ":order": order },
        }),
      ),
    );
  }

  /**
   * A slow second issue of the same holder may have reserved a number that nobody needs. It goes back if it is still the last
   * one; otherwise it stays noted under the holder's name, so that the gap is explained.
   */
  async #giveBack(id: EmployeeId, series: string, order: number): Promise<void> {
    await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id: seriesKey(series) },
          UpdateExpression: "SET #last = :before REMOVE #holder",
          ConditionExpression: "#holder = :order AND #last = :order",
          ExpressionAttributeNames: { "#holder": id, "#last": "last" },
          ExpressionAttributeValues: { ":order": order, ":before": order - 1 },
        }),
      ),
    );
  }

  async addToken(hash: string, token: CardToken): Promise<void> {
    await this.#db.send(
      new PutCommand({
        TableName: this.#tableName,
        Item: { id: tokenKey(hash), ...tokenItem.version, ...token },
      }),
    );
  }

  point(id: EmployeeId, pointer: Pointer): Promise<boolean> {
    const { sealedToken, signature, signedBy, signedUntil } = pointer;
    const set = [
      "revision = :revision, contentHash = :hash, templateVersion = :template, backs = :backs, files = :files, checkCode = :code, shortened = :shortened",
      ...(sealedToken ? ["sealedToken = :token"] : []),
      ...(signature ? ["signature = :signature, signedBy = :key, signedUntil = :until"] : []),
    ].join(", ");
    const gone = [
      ...(sealedToken ? [] : ["sealedToken"]),
      ...(signature ? [] : ["signature, signedBy, signedUntil"]),
    ].join(", ");
    return this.#update(id, {
      UpdateExpression: `SET ${set}${gone && ` REMOVE ${gone}`}`,
      ConditionExpression:
        "attribute_exists(id) AND (attribute_not_exists(revision) OR revision <= :revision)",
      ExpressionAttributeValues: {
        ":revision": pointer.revision,
        ":hash": pointer.contentHash,
        ":template": pointer.templateVersion,
        ":backs": pointer.backs,
        ":files": pointer.files,
        ":code": pointer.checkCode,
        ":shortened": pointer.shortened,
        ...(sealedToken && { ":token": sealedToken }),
        ...(signature && {
          ":signature": signature,
          ":key": signedBy,
          ":until": signedUntil,
        }),
      },
    });
  }

  async noteFile(
    id: EmployeeId,
    { contentHash, templateVersion, backs, signature }: DrawingOfHolder,
    name: string,
  ): Promise<void> {
    const sameSignature = signature ? "signature = :signature" : "attribute_not_exists(signature)";
    await this.#update(id, {
      UpdateExpression: "SET files = list_append(files, :names)",
      ConditionExpression: `contentHash = :hash AND templateVersion = :template AND backs = :backs AND ${sameSignature} AND attribute_exists(files) AND NOT contains(files, :name)`,
      ExpressionAttributeValues: {
        ":hash": contentHash,
        ":template": templateVersion,
        ":backs": backs,
        ...(signature && { ":signature": signature }),
        ":name": name,
        ":names": [name],
      },
    });
  }

  async noteView(id: EmployeeId, shape: NonNullable<Card["viewed"]>): Promise<void> {
    await this.#update(id, {
      UpdateExpression: "SET viewed = :shape",
      ConditionExpression: "attribute_exists(id)",
      ExpressionAttributeValues: { ":shape": shape },
    });
  }

  /** @returns false when the condition did not hold */
  #update(id: EmployeeId, update: Omit<UpdateCommandInput, "TableName" | "Key">): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new UpdateCommand({ TableName: this.#tableName, Key: { id: cardKey(id) }, ...update }),
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
