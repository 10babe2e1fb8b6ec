import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { batchGet } from "#shared/runtime/batch-from-table.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { stillAt, unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import {
  type PresenceKey,
  type PresenceKeyPage,
  type PresenceKeys,
  presenceKey,
} from "./presence-keys.ts";

const keyItem = storedItem({ name: "presence-key", schema: presenceKey });
const partOf = (instansiId: string) => `kode#${instansiId}`;
/** Each costs the reading of a session and of a record. */
const pageSize = 100;

/** The keys in DynamoDB, in the table of attendance: an item for each person, which goes by itself after its session. */
export class PresenceKeyTable implements PresenceKeys {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the attendance table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(instansiId: string, person: EmployeeId): Promise<PresenceKey | undefined> {
    const Key = { id: partOf(instansiId), person };
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    return Item && keyItem.parse(Item);
  }

  async findAll(instansiId: string, people: readonly EmployeeId[]) {
    const keys = people.map((person) => ({ id: partOf(instansiId), person }));
    const items = await batchGet(this.#db, this.#tableName, keys);
    const found = readable(keyItem, items, ({ person }) => ({ employeeId: person }));
    return new Map(found.map((each) => [each.person, each]));
  }

  async list(instansiId: string, from?: EmployeeId): Promise<PresenceKeyPage> {
    const id = partOf(instansiId);
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: "id = :id",
        ExpressionAttributeValues: { ":id": id },
        ConsistentRead: true,
        Limit: pageSize,
        ...(from !== undefined && { ExclusiveStartKey: { id, person: from } }),
      }),
    );
    const next = LastEvaluatedKey && employeeId.parse(LastEvaluatedKey.person);
    return { items: readable(keyItem, Items, ({ person }) => ({ employeeId: person })), next };
  }

  async save(key: PresenceKey): Promise<boolean> {
    const expiresAt = epochSeconds(new Date(key.endsAt));
    const Item = { ...key, ...keyItem.version, id: partOf(key.instansiId), expiresAt };
    const put = { TableName: this.#tableName, Item, ...stillAt(key.revision - 1, "id") };
    return await unlessConditionFails(this.#db.send(new PutCommand(put)));
  }
}
