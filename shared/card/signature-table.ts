import { createHash } from "node:crypto";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { placesOfPart } from "#shared/signed-qr/status-list.ts";
import {
  type CardSignature,
  cardSignature,
  type DueSignature,
  type PlacedCard,
  type Signatures,
} from "./signature.ts";
import { countItem, countKey, placedId, placedItem, takenOfPart } from "./status-places.ts";

const signatureItem = storedItem({ name: "card-signature", schema: cardSignature });
/** What the index has of it. */
const inIndex = z.object({ id: z.string(), employeeId, renewOn: z.string() });
const dueItem = { name: signatureItem.name, parse: inIndex.parse };

/** The ids of the agencies, each at its number. */
const numbersItem = storedItem({
  name: "agency-numbers",
  schema: z.object({ ids: z.array(z.string()) }),
});

/** One process takes so many before it counts again: one write of one item for all of them. What it does not use stays free. */
const placesAtOnce = 32;

/** Most tries for a free place. With a quarter of the part free, this many fail once in two million times. */
const mostTries = 50;

/** Signatures in DynamoDB, beside the cards: one item for each token, one for each place, a count, a list of agencies. */
export class SignatureTable implements Signatures {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  /** A number never changes, so that a known one needs no reading. */
  #ids: readonly string[] = [];
  #part = 0;
  #left = 0;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(contentHash: string): Promise<CardSignature | undefined> {
    const item = await this.#get(signatureKey(contentHash));
    return item && signatureItem.parse(item);
  }

  async keep(
    contentHash: string,
    signature: CardSignature,
    found: CardSignature | undefined,
  ): Promise<CardSignature> {
    const isKept = await unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: {
            id: signatureKey(contentHash),
            ...signatureItem.version,
            ...signature,
            ...(signature.renewOn && { renewal: renewalOf(signature.place) }),
          },
          ...(found
            ? {
                ConditionExpression: "signature = :found",
                ExpressionAttributeValues: { ":found": found.signature },
              }
            : { ConditionExpression: "attribute_not_exists(id)" }),
        }),
      ),
    );
    if (isKept) return signature;
    const kept = await this.find(contentHash);
    if (!kept) throw new Error("A signature that somebody kept is not there.");
    return kept;
  }

  async takePlace({ employeeId, contentHash }: PlacedCard): Promise<number> {
    const part = await this.#openPart();
    for (let tries = 0; tries < mostTries; tries++) {
      const place = placeIn(part, contentHash, tries);
      if (await this.#isAnothers(place, contentHash)) continue;
      const isTaken = await unlessConditionFails(
        this.#db.send(
          new PutCommand({
            TableName: this.#tableName,
            Item: placedItem(place, { employeeId, contentHash }),
            ConditionExpression: "attribute_not_exists(id) OR contentHash = :hash",
            ExpressionAttributeValues: { ":hash": contentHash },
          }),
        ),
      );
      if (isTaken) return place;
    }
    throw new Error(`Part ${part} of the status list has no free place.`);
  }

  /** A weak read of a place costs a tenth of a write that fails, and towards the end of a part three of four places are taken. */
  async #isAnothers(place: number, contentHash: string): Promise<boolean> {
    const { Item } = await this.#db.send(
      new GetCommand({
        TableName: this.#tableName,
        Key: { id: placedId(place) },
        ProjectionExpression: "contentHash",
      }),
    );
    return Item !== undefined && Item.contentHash !== contentHash;
  }

  /** The part that places are taken from: the next one begins when as many were asked for as fill it. */
  async #openPart(): Promise<number> {
    if (this.#left === 0) {
      const { Attributes } = await this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id: countKey },
          UpdateExpression:
            "SET asked = if_not_exists(asked, :none) + :more, schemaVersion = :version",
          ExpressionAttributeValues: {
            ":none": 0,
            ":more": placesAtOnce,
            ":version": countItem.version.schemaVersion,
          },
          ReturnValues: "UPDATED_NEW",
        }),
      );
      const { asked } = countItem.parse(Attributes ?? {});
      this.#part = Math.floor((asked - placesAtOnce) / takenOfPart);
      this.#left = placesAtOnce;
    }
    this.#left--;
    return this.#part;
  }

  async numberOf(instansiId: string): Promise<number> {
    const known = this.#ids.indexOf(instansiId);
    if (known >= 0) return known;
    this.#ids = await this.numbered();
    if (!this.#ids.includes(instansiId)) {
      await this.#append(instansiId);
      this.#ids = await this.numbered();
    }
    return this.#ids.indexOf(instansiId);
  }

  async numbered(): Promise<readonly string[]> {
    const item = await this.#get(numbersKey);
    return item ? numbersItem.parse(item).ids : [];
  }

  async #append(instansiId: string): Promise<void> {
    await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id: numbersKey },
          UpdateExpression:
            "SET ids = list_append(if_not_exists(ids, :none), :ids), schemaVersion = :version",
          ConditionExpression: "attribute_not_exists(ids) OR NOT contains(ids, :id)",
          ExpressionAttributeValues: {
            ":none": [],
            ":id": instansiId,
            ":ids": [instansiId],
            ":version": numbersItem.version.schemaVersion,
          },
        }),
      ),
    );
  }

  async due(day: string, most: number): Promise<DueSignature[]> {
    const parts = await Promise.all(renewals.map((renewal) => this.#dueIn(renewal, day, most)));
    return parts
      .flat()
      .toSorted((a, b) => a.renewOn.localeCompare(b.renewOn))
      .slice(0, most);
  }

  async #dueIn(renewal: string, day: string, most: number): Promise<DueSignature[]> {
    const pages = paginateQuery(
      { client: this.#db, pageSize: most },
      {
        TableName: this.#tableName,
        IndexName: "by-renewal",
        KeyConditionExpression: "renewal = :renewal AND renewOn <= :day",
        ExpressionAttributeValues: { ":renewal": renewal, ":day": day },
      },
    );
    const due: DueSignature[] = [];
    for await (const { Items = [] } of pages) {
      const read = readable(dueItem, Items, (item) => ({ employeeId: item.employeeId }));
      due.push(
        ...read.map(({ id, ...each }) => ({ ...each, contentHash: id.slice(prefix.length) })),
      );
      if (due.length >= most) break;
    }
    return due;
  }

  claim({ contentHash, renewOn }: DueSignature): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id: signatureKey(contentHash) },
          UpdateExpression: "REMOVE renewal, renewOn",
          ConditionExpression: "renewOn = :seen",
          ExpressionAttributeValues: { ":seen": renewOn },
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

/**
 * A place as good as random, because the content hash is a digest of the record and its id, and the same each time: whoever could not sign
 * and tries again, or signs at the same moment, takes no second one.
 */
function placeIn(part: number, contentHash: string, tries: number): number {
  const digest = createHash("sha256").update(`${contentHash} ${tries}`).digest();
  return part * placesOfPart + digest.readUInt16BE(0);
}

const prefix = "signature#";
const signatureKey = (contentHash: string) => `${prefix}${contentHash}`;
const numbersKey = "agency-numbers";

/** Parts of the index: one for all would be one partition's, which takes 1,000 writes a second (as in open-change-table.ts). */
const renewals = Array.from({ length: 4 }, (_, i) => String(i));
const renewalOf = (place: number) => String(place % renewals.length);
