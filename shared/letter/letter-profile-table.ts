import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { stillAt, writeTogether } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { type LetterProfile, letterProfile } from "./letter-profile.ts";
import type { LetterProfiles } from "./letters.ts";

const profileItem = storedItem({ name: "letter-profile", schema: letterProfile });
const keyOf = (instansiId: string) => ({ id: `profile#${instansiId}`, part: "profile" });

/** How agencies write their letters, in the table of the letters. */
export class LetterProfileTable implements LetterProfiles {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    this.#db = db;
    this.#tableName = tableName;
    this.#audit = audit;
  }

  async find(instansiId: string): Promise<LetterProfile | undefined> {
    const Key = keyOf(instansiId);
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    return Item && profileItem.parse(Item);
  }

  async save(profile: LetterProfile, entry: AuditEntry): Promise<void> {
    const { instansiId, revision } = profile;
    const Item = {
      ...{ ...profile, ...profileItem.version, ...keyOf(instansiId) },
      type: "letter-profile",
    };
    const put = { TableName: this.#tableName, Item, ...stillAt(revision - 1, "id") };
    const taken = "letter-changed";
    await writeTogether(this.#db, [
      { write: { Put: put }, taken },
      { write: this.#audit.append(entry), taken },
    ]);
  }
}
