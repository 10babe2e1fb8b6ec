import type { EmployeeId } from "#shared/employee/employee.ts";
import {
  type Announcement,
  type AnnouncementMark,
  type Announcements,
  announcementsOnPage,
  mostRunning,
} from "#shared/notification/announcement.ts";

/** Announcements without DynamoDB; runs the same contract test (announcement-table-contract.ts). */
export class AnnouncementsInMemory implements Announcements {
  readonly #all = new Map<string, Announcement>();
  readonly #marks = new Map<string, AnnouncementMark>();
  readonly #readers = new Set<string>();

  async add(made: Announcement): Promise<void> {
    if (!this.#all.has(nameOf(made))) this.#all.set(nameOf(made), made);
  }

  async markOf(instansiId: string, requestId: string): Promise<AnnouncementMark | undefined> {
    return this.#marks.get(nameOf({ instansiId, key: requestId }));
  }

  async mark(instansiId: string, made: AnnouncementMark): Promise<AnnouncementMark> {
    const name = nameOf({ instansiId, key: made.id });
    const stands = this.#marks.get(name) ?? made;
    this.#marks.set(name, stands);
    return stands;
  }

  async find(instansiId: string, key: string): Promise<Announcement | undefined> {
    // As DynamoDB does («PutItem», Amazon DynamoDB API Reference, of key attributes).
    if (key === "") throw new Error("ValidationException");
    return this.#all.get(nameOf({ instansiId, key }));
  }

  async list(instansiId: string, before = "~"): Promise<Announcement[]> {
    return this.#of(instansiId)
      .filter(({ key }) => key < before)
      .slice(0, announcementsOnPage);
  }

  async running(instansiId: string, day: string): Promise<Announcement[]> {
    return this.#of(instansiId)
      .filter(({ endedAt, endsOn }) => endedAt === undefined && endsOn >= day)
      .toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
      .slice(0, mostRunning + 10)
      .toSorted((a, b) => (a.key < b.key ? 1 : -1));
  }

  #of(instansiId: string): Announcement[] {
    return [...this.#all.values()]
      .filter((each) => each.instansiId === instansiId)
      .sort((a, b) => (a.key < b.key ? 1 : -1));
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
