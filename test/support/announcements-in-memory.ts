import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Announcement, Announcements } from "#shared/notification/announcement.ts";

/** Announcements without DynamoDB; runs the same contract test (announcement-table-contract.ts). */
export class AnnouncementsInMemory implements Announcements {
  readonly #all = new Map<string, Announcement>();
  readonly #readers = new Set<string>();

  async add(made: Announcement): Promise<void> {
    if (!this.#all.has(nameOf(made))) this.#all.set(nameOf(made), made);
  }

  async list(instansiId: string): Promise<Announcement[]> {
    return [...this.#all.values()]
      .filter((each) => each.instansiId === instansiId)
      .sort((a, b) => (a.key < b.key ? 1 : -1))
      .slice(0, 50);
  }

  async running(instansiId: string, day: string): Promise<Announcement[]> {
    const all = await this.list(instansiId);
    return all.filter(({ endedAt, endsOn }) => endedAt === undefined && endsOn >= day);
  }

  async end(instansiId: string, key: string, at: Date): Promise<boolean> {
    const found = this.#all.get(nameOf({ instansiId, key }));
    if (!found || found.endedAt !== undefined) return false;
    this.#all.set(nameOf(found), { ...found, endedAt: at.toISOString() });
    return true;
  }

  async noteReader(made: Announcement, reader: EmployeeId): Promise<void> {
    this.#readers.add(`${nameOf(made)} ${reader}`);
  }

  async countReaders(made: Announcement): Promise<number> {
    return [...this.#readers].filter((each) => each.startsWith(`${nameOf(made)} `)).length;
  }
}

const nameOf = ({ instansiId, key }: Pick<Announcement, "instansiId" | "key">) =>
  `${instansiId} ${key}`;
