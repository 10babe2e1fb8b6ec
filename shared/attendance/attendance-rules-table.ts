import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { stillAt, unlessConditionFails, writeTogether } from "#shared/runtime/conditional-write.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { queryAll } from "#shared/runtime/query-from-table.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import {
  type AgencyRules,
  type AttendanceRuleBook,
  agencyRules,
  type MachineOf,
  type MachinePins,
  machinePins,
} from "./attendance-rules.ts";

const rulesItem = storedItem({ name: "attendance-rules", schema: agencyRules });
export const pinsItem = storedItem({ name: "machine-pins", schema: machinePins });

const keyOf = (instansiId: string) => ({ id: `rules#${instansiId}`, person: "rules" });
const pinsKey = ({ instansiId, machine }: MachineOf): string => `pins#${instansiId}#${machine}`;
const taken = "attendance-changed";

/** Rules and PINs in DynamoDB, in the table of the months: an item for an agency, and one for each person whom a machine knows. */
export class AttendanceRulesTable implements AttendanceRuleBook {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    this.#db = db;
    this.#tableName = tableName;
    this.#audit = audit;
  }

  async find(instansiId: string): Promise<AgencyRules | undefined> {
    const Key = keyOf(instansiId);
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    return Item && rulesItem.parse(Item);
  }

  async save(rules: AgencyRules, entry: AuditEntry): Promise<void> {
    const Item = { ...rules, ...rulesItem.version, ...keyOf(rules.instansiId) };
    const put = { TableName: this.#tableName, Item, ...stillAt(rules.revision - 1, "id") };
    await writeTogether(this.#db, [
      { write: { Put: put }, taken },
      { write: this.#audit.append(entry), taken },
    ]);
  }

  async pinsOf(of: MachineOf): Promise<readonly MachinePins[]> {
    const found = await queryAll(this.#db, {
      TableName: this.#tableName,
      KeyConditionExpression: "id = :id",
      ExpressionAttributeValues: { ":id": pinsKey(of) },
      ConsistentRead: true,
    });
    return readable(pinsItem, found, ({ person }) => ({ employeeId: person }));
  }

  async savePins(pins: MachinePins): Promise<void> {
    const Item = { ...pins, ...pinsItem.version, id: pinsKey(pins) };
    const put = { TableName: this.#tableName, Item, ...stillAt(pins.revision - 1, "id") };
    const isSaved = await unlessConditionFails(this.#db.send(new PutCommand(put)));
    if (!isSaved) throw new Conflict(taken);
  }
}
