import { randomUUID } from "node:crypto";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { RefusedPhotos } from "#shared/account/refused-photos.ts";
import { type EmployeeId, employeeId, type PhotoId, photoId } from "#shared/employee/employee.ts";
import type { Listed, ListedQuery } from "#shared/employee/employees.ts";
import { unlessConditionFails, writeTogether } from "#shared/runtime/conditional-write.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import type { PhotoDigests } from "./photo-digest.ts";
import type { PhotoReport } from "./photo-report.ts";
import { type RequestedUpload, type Upload, type Uploads, upload } from "./upload.ts";

const uploadItem = storedItem({ name: "upload", schema: upload });

/** The holder's item, beside the uploads: the newest of them that has an outcome. In the index by agency if that refused it. */
const latestKey = (holder: EmployeeId) => `${latestMark}${holder}`;
const latestMark = "latest#";
const latestItem = storedItem({
  name: "latest-photo",
  schema: z.object({ photoId, uploadAt: z.string() }),
});

/** What the index keeps of who is in it. */
const refusedLine = z
  .object({
    id: z.string().transform((key) => employeeId.parse(key.slice(latestMark.length))),
    refusedAt: z.string(),
  })
  .transform(({ id, refusedAt: since }) => ({ id, since }));

/** Thirty days: how long an outcome can be read, and until DynamoDB has deleted it, a few days later. */
const memorySeconds = 30 * 86_400;

function expiryOf(requestedAt: string): number {
  return Math.floor(Date.parse(requestedAt) / 1000) + memorySeconds;
}

/** Uploads and their outcomes in DynamoDB. */
export class PhotoTable implements Uploads, RefusedPhotos {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(id: PhotoId): Promise<Upload | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item && uploadItem.parse(Item);
  }

  async expect(requested: RequestedUpload): Promise<void> {
    const expiresAt = expiryOf(requested.requestedAt);
    const awaited: Upload = { ...requested, state: "awaiting-upload", rules: [] };
    await this.#db.send(
      new PutCommand({
        TableName: this.#tableName,
        Item: { ...awaited, ...uploadItem.version, expiresAt },
        ConditionExpression: "attribute_not_exists(id)",
      }),
    );
  }

  async begin(
    id: PhotoId,
    { now, until }: { readonly now: Date; readonly until: Date },
  ): Promise<number | undefined> {
    const own = randomUUID();
    const write = this.#db.send(
      new UpdateCommand({
        TableName: this.#tableName,
        Key: { id },
        UpdateExpression: "ADD begun :one SET lookedUntil = :until, lookedBy = :own",
        ConditionExpression:
          "#state = :awaiting AND (attribute_not_exists(lookedUntil) OR lookedUntil <= :now)",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: {
          ...{ ":one": 1, ":until": until.toISOString(), ":now": now.toISOString() },
          ...{ ":awaiting": "awaiting-upload", ":own": own },
        },
        ReturnValues: "UPDATED_NEW",
      }),
    );
    if (await unlessConditionFails(write)) return z.int().parse((await write).Attributes?.begun);
    // The SDK repeats a write whose answer was lost, and the condition of the repeat fails by what the first one wrote.
    const upload = await this.find(id);
    return upload?.lookedBy === own ? upload.begun : undefined;
  }

  async survived(id: PhotoId): Promise<void> {
    await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id },
          UpdateExpression: "REMOVE begun, lookedUntil, lookedBy",
          ConditionExpression: "#state = :awaiting",
          ExpressionAttributeNames: { "#state": "state" },
          ExpressionAttributeValues: { ":awaiting": "awaiting-upload" },
        }),
      ),
    );
  }

  async decide(
    upload: RequestedUpload,
    report: PhotoReport,
    digests?: PhotoDigests,
  ): Promise<boolean> {
    const outcome = this.#outcome(upload.id, report, digests);
    if (upload.broughtBy)
      return await unlessConditionFails(this.#db.send(new UpdateCommand(outcome)));
    try {
      await writeTogether(this.#db, [
        // First: what other writes held again and again is told by its code, and the outcome is written alone then.
        { write: { Update: this.#latest(upload, report) }, taken: "record-changed" },
        { write: { Update: outcome }, taken: "request-repeated" },
      ]);
      return true;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (error.code === "request-repeated") return false;
      // A newer upload has its outcome already, or the holder's item was never free: every upload gets its outcome all the same.
      return await unlessConditionFails(this.#db.send(new UpdateCommand(outcome)));
    }
  }

  async draw(id: PhotoId, place: number): Promise<number> {
    const { Attributes } = await this.#db.send(
      new UpdateCommand({
        TableName: this.#tableName,
        Key: { id },
        UpdateExpression: "SET drawn = if_not_exists(drawn, :place)",
        ConditionExpression: "attribute_exists(id)",
        ExpressionAttributeValues: { ":place": place },
        ReturnValues: "UPDATED_NEW",
      }),
    );
    return z.number().parse(Attributes?.drawn);
  }

  #outcome(id: PhotoId, { accepted, rules }: PhotoReport, digests?: PhotoDigests) {
    return {
      TableName: this.#tableName,
      Key: { id },
      UpdateExpression: digests
        ? "SET #state = :state, #rules = :rules, photoDigest = :photo, smallPhotoDigest = :small"
        : "SET #state = :state, #rules = :rules",
      ConditionExpression: "#state = :awaiting",
      ExpressionAttributeNames: { "#state": "state", "#rules": "rules" },
      ExpressionAttributeValues: {
        ":state": accepted ? "accepted" : "rejected",
        ":rules": rules,
        ":awaiting": "awaiting-upload",
        ...(digests && { ":photo": digests.photoDigest, ":small": digests.smallPhotoDigest }),
      },
    };
  }

  /** The holder's item: which upload is the newest with an outcome. It is in the index of the refused ones only when it was refused. */
  #latest({ id, employeeId, requestedAt, instansiId }: RequestedUpload, { accepted }: PhotoReport) {
    const isListed = !accepted && instansiId !== undefined;
    const set = "SET photoId = :id, uploadAt = :at, expiresAt = :expires, schemaVersion = :v";
    return {
      TableName: this.#tableName,
      Key: { id: latestKey(employeeId) },
      UpdateExpression: isListed
        ? `${set}, refusedIn = :agency, refusedAt = :at`
        : `${set} REMOVE refusedIn, refusedAt`,
      ConditionExpression: "attribute_not_exists(id) OR uploadAt <= :at",
      ExpressionAttributeValues: {
        ...{ ":id": id, ":at": requestedAt, ":expires": expiryOf(requestedAt) },
        ":v": latestItem.version.schemaVersion,
        ...(isListed && { ":agency": instansiId }),
      },
    };
  }

  /** @returns the holder's newest upload that has an outcome, as long as that can be read; undefined when there is none */
  async latest(holder: EmployeeId): Promise<Upload | undefined> {
    const key = { id: latestKey(holder) };
    const { Item } = await this.#db.send(new GetCommand({ TableName: this.#tableName, Key: key }));
    return Item && (await this.find(latestItem.parse(Item).photoId));
  }

  async refused(instansiId: string, { limit, after }: ListedQuery): Promise<Listed[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-refused",
        KeyConditionExpression: "refusedIn = :agency",
        ExpressionAttributeValues: { ":agency": instansiId },
        Limit: limit,
        ...(after && {
          ExclusiveStartKey: {
            ...{ id: latestKey(after.id), refusedIn: instansiId, refusedAt: after.since },
          },
        }),
      }),
    );
    return Items.map((item) => refusedLine.parse(item));
  }

  postpone(id: PhotoId, now: Date, until: Date): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id },
          UpdateExpression: "SET askAgainAt = :until",
          ConditionExpression:
            "attribute_exists(id) AND (attribute_not_exists(askAgainAt) OR askAgainAt <= :now)",
          ExpressionAttributeValues: {
            ":until": until.toISOString(),
            ":now": now.toISOString(),
          },
        }),
      ),
    );
  }
}
