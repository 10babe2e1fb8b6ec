import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import type { Device, KnownDevices } from "./device.ts";

const deviceItem = storedItem({
  name: "device",
  schema: z.object({
    /** ISO instant: when the login that was completed there began, or a reset was made there. */
    keptAt: z.string(),
    /** When it is forgotten, epoch seconds. */
    expiresAt: z.number(),
  }),
  // Items without it: every reset counts as later.
  upcasters: [(item) => ({ keptAt: "", ...item })],
});

/** Browsers that have signed in before, one item for each account; they are in the session table. */
export class DeviceTable implements KnownDevices {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the session table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async keep(id: string, { keptAt }: Device, endsAt: Date): Promise<void> {
    await this.#db.send(
      new PutCommand({
        TableName: this.#tableName,
        Item: {
          ...keyOf(id),
          ...deviceItem.version,
          type: "device",
          keptAt,
          expiresAt: epochSeconds(endsAt),
        },
      }),
    );
  }

  async find(id: string, now: Date): Promise<Device | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: keyOf(id) }),
    );
    // An item that cannot be read counts as an unknown device: the login goes on without it.
    const [device] = readable(deviceItem, Item ? [Item] : [], () => ({ deviceId: id }));
    return device && device.expiresAt > epochSeconds(now) ? { keptAt: device.keptAt } : undefined;
  }
}

const keyOf = (id: string) => ({ id: `device#${id}` });
