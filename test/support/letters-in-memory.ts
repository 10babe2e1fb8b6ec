import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { aboutWhom, type Letter, type LetterId } from "#shared/letter/letter.ts";
import type { LetterProfile } from "#shared/letter/letter-profile.ts";
import type {
  LetterPage,
  LetterProfiles,
  Letters,
  NumberRegisters,
  RegisterKey,
} from "#shared/letter/letters.ts";
import type { Register, Registered } from "#shared/letter/number-register.ts";
import type { PostId } from "#shared/post/post.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

/** The letters without DynamoDB; runs the same contract test (letter-table-contract.ts). */
export class LettersInMemory implements Letters {
  readonly history: AuditEntry[];
  /** Lines of people's accounts. */
  readonly told: AuditEntry[] = [];
  readonly #letters = new Map<LetterId, Letter>();

  constructor(history: AuditEntry[] = []) {
    this.history = history;
  }

  async find(id: LetterId): Promise<Letter | undefined> {
    return this.#letters.get(id);
  }

  async of(
    instansiId: string,
    { limit, from }: { readonly limit: number; readonly from?: string | undefined },
  ): Promise<LetterPage> {
    const own = this.#sorted().filter((each) => each.instansiId === instansiId);
    const start = from === undefined ? 0 : own.findIndex(({ id }) => id === from) + 1;
    if (from !== undefined && start === 0)
      throw new InvalidInput({ field: "cursor", code: "malformed" });
    const items = own.slice(start, start + limit);
    return { items, next: start + limit < own.length ? items.at(-1)?.id : undefined };
  }

  async waitingFor(post: PostId): Promise<readonly Letter[]> {
    return this.#sorted()
      .filter(({ state, words }) => state === "waiting" && words.post === post)
      .reverse();
  }

  async about(person: EmployeeId, limit: number): Promise<readonly Letter[]> {
    return this.#sorted()
      .filter(({ words }) => aboutWhom(words) === person)
      .slice(0, limit);
  }

  telling(line: AuditEntry): JoinedWrite {
    return stepInMemory("letter-changed", {
      holds: () => true,
      write: () => void this.told.push(line),
    });
  }

  async save(saved: Letter, entry: AuditEntry, ...others: readonly JoinedWrite[]): Promise<void> {
    const put = stepInMemory("letter-changed", {
      holds: () => (this.#letters.get(saved.id)?.revision ?? 0) === saved.revision - 1,
      write: () => {
        this.#letters.set(saved.id, saved);
        this.history.push(entry);
      },
    });
    writeInMemory([put, ...others]);
  }

  #sorted(): Letter[] {
    const since = ({ steps }: Letter) => steps.at(-1)?.at ?? "";
    return [...this.#letters.values()].sort((a, b) => (since(a) < since(b) ? 1 : -1));
  }
}

const keyOf = ({ urut, inserted }: Registered) => `${urut}.${inserted ?? ""}`;

interface Year {
  last: number;
  readonly given: Map<LetterId, number>;
  readonly entries: Map<string, Registered>;
}

/** The registers without DynamoDB; runs the same contract test (number-register-table-contract.ts). */
export class NumberRegistersInMemory implements NumberRegisters {
  readonly #years = new Map<string, Year>();

  async take(of: RegisterKey, letter: LetterId): Promise<number> {
    const year = this.#year(of);
    const known = year.given.get(letter);
    if (known !== undefined) return known;
    year.last += 1;
    year.given.set(letter, year.last);
    return year.last;
  }

  async voidTaken(entry: Registered): Promise<void> {
    const { entries } = this.#year(entry);
    const key = keyOf(entry);
    if (!entries.has(key)) entries.set(key, entry);
  }

  async settle(of: RegisterKey, letter: LetterId): Promise<void> {
    this.#year(of).given.delete(letter);
  }

  async read(
    of: RegisterKey,
    { from, count }: { readonly from: number; readonly count: number },
  ): Promise<Register> {
    const { last, given, entries } = this.#year(of);
    const within = [...entries.values()].filter(({ urut }) => urut >= from && urut < from + count);
    return {
      last,
      given: new Map([...given].map(([letter, urut]) => [urut, letter])),
      entries: within.sort((a, b) => a.urut - b.urut || (a.inserted ?? 0) - (b.inserted ?? 0)),
    };
  }

  entering(entry: Registered): JoinedWrite {
    return this.#put(entry, (known) => known === undefined);
  }

  moving(entry: Registered): JoinedWrite {
    return this.#put(
      entry,
      (known) => known?.state === "reserved" && known.letter === entry.letter,
    );
  }

  #put(entry: Registered, holds: (known: Registered | undefined) => boolean): JoinedWrite {
    const { entries } = this.#year(entry);
    const key = keyOf(entry);
    return stepInMemory("letter-changed", {
      holds: () => holds(entries.get(key)),
      write: () => void entries.set(key, entry),
    });
  }

  #year({ instansiId, year }: RegisterKey): Year {
    const key = `${instansiId}#${year}`;
    const known = this.#years.get(key) ?? { last: 0, given: new Map(), entries: new Map() };
    this.#years.set(key, known);
    return known;
  }
}

/** How agencies write letters, without DynamoDB. */
export class LetterProfilesInMemory implements LetterProfiles {
  readonly #profiles = new Map<string, LetterProfile>();
  readonly #history: AuditEntry[];

  constructor(history: AuditEntry[] = [], ...profiles: readonly LetterProfile[]) {
    this.#history = history;
    for (const each of profiles) this.#profiles.set(each.instansiId, each);
  }

  async find(instansiId: string): Promise<LetterProfile | undefined> {
    return this.#profiles.get(instansiId);
  }

  async save(profile: LetterProfile, entry: AuditEntry): Promise<void> {
    const put = stepInMemory("letter-changed", {
      holds: () => (this.#profiles.get(profile.instansiId)?.revision ?? 0) === profile.revision - 1,
      write: () => {
        this.#profiles.set(profile.instansiId, profile);
        this.#history.push(entry);
      },
    });
    writeInMemory([put]);
  }
}
