import { rolesSubject } from "#shared/access/grant-role.ts";
import { accountSubject } from "#shared/account/account-event.ts";
import type { ErasableEntries } from "#shared/audit/audit-trail.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { ErasedPart } from "./erase-leavers.ts";

/** What the history says of a person: the values go, the lines stay. Readings have none. */
export class PersonHistory implements ErasedPart {
  readonly #entries: ErasableEntries;

  constructor(entries: ErasableEntries) {
    this.#entries = entries;
  }

  async erase(id: Id<"emp">): Promise<void> {
    for (const subject of [id, accountSubject(id), rolesSubject(id)])
      await this.#entries.eraseValues(subject);
  }
}
