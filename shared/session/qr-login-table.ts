import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import {
  approvedUntil,
  type QrLogin,
  type QrLoginEnd,
  type QrLogins,
  qrLoginSchema,
  type Scan,
} from "./qr-login.ts";

const qrItem = storedItem({ name: "qr-login", schema: qrLoginSchema.omit({ id: true }) });

/** No function but session-api has rights for keys that begin so. */
const keyOf = (id: string) => ({ id: `qr#${id}` });

/** How long an item is kept at most, seconds: its states together last less. */
const keptSeconds = 600;

type Values = Readonly<Record<string, string | number>>;

interface Change {
  readonly from: readonly QrLogin["state"][];
  readonly set: Values;
  /** Only the phone that scanned. */
  readonly phone?: string | undefined;
}

/** Logins by QR code; they are in the session table. Of two requests for one change, one gets false. */
export class QrLoginTable implements QrLogins {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the session table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async add({ id, ...login }: QrLogin): Promise<void> {
    await this.#db.send(
      new PutCommand({
        TableName: this.#tableName,
        Item: {
          ...keyOf(id),
          ...qrItem.version,
          ...login,
          type: "qr",
          expiresAt: Math.ceil(Date.parse(login.startedAt) / 1000) + keptSeconds,
        },
        ConditionExpression: "attribute_not_exists(id)",
      }),
    );
  }

  async find(id: string): Promise<QrLogin | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: keyOf(id), ConsistentRead: true }),
    );
    return Item && { ...qrItem.parse(Item), id };
  }

  async scan(id: string, scan: Scan, now: Date): Promise<QrLogin | undefined> {
    const set = { state: "scanned", ...scan };
    const item = await this.#change(id, now, { from: ["shown"], set });
    return item && { ...qrItem.parse(item), id };
  }

  async approve(id: string, phone: string, now: Date): Promise<boolean> {
    const set = { state: "approved", endsAt: approvedUntil(now) };
    return (await this.#change(id, now, { from: ["scanned"], set, phone })) !== undefined;
  }

  async take(id: string, now: Date): Promise<boolean> {
    const set = { state: "done" };
    return (await this.#change(id, now, { from: ["approved"], set })) !== undefined;
  }

  async end(id: string, why: QrLoginEnd, now: Date, phone?: string): Promise<boolean> {
    const from = phone ? (["scanned"] as const) : (["shown", "scanned"] as const);
    const set = { state: "ended", end: why };
    return (await this.#change(id, now, { from, set, phone })) !== undefined;
  }

  /** @returns the item as it is then; undefined when a condition did not hold */
  async #change(
    id: string,
    now: Date,
    { from, set, phone }: Change,
  ): Promise<Record<string, unknown> | undefined> {
    const states = Object.fromEntries(from.map((state, i) => [`:from${i}`, state]));
    const conditions = [`#state IN (${Object.keys(states).join(", ")})`, "#endsAt > :now"];
    if (phone) conditions.push("#phone = :scanner");
    const written = this.#db.send(
      new UpdateCommand({
        TableName: this.#tableName,
        Key: keyOf(id),
        UpdateExpression: `SET ${Object.keys(set)
          .map((name) => `#${name} = :${name}`)
          .join(", ")}`,
        ConditionExpression: conditions.join(" AND "),
        ExpressionAttributeNames: {
          "#state": "state",
          "#endsAt": "endsAt",
          ...(phone && { "#phone": "phone" }),
          ...keyed("#", Object.keys(set), (name) => name),
        },
        ExpressionAttributeValues: {
          ...states,
          ":now": now.toISOString(),
          ...(phone && { ":scanner": phone }),
          ...keyed(":", Object.keys(set), (name) => set[name]),
        },
        ReturnValues: "ALL_NEW",
      }),
    );
    return (await unlessConditionFails(written)) ? (await written).Attributes : undefined;
  }
}

/** { "#state": "state" } */
function keyed<Kind>(mark: string, names: readonly string[], of: (name: string) => Kind) {
  return Object.fromEntries(names.map((name) => [`${mark}${name}`, of(name)]));
}
