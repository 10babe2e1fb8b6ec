import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { PostId } from "#shared/post/post.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Letter, LetterId } from "./letter.ts";
import type { LetterProfile } from "./letter-profile.ts";
import type { Register, Registered } from "./number-register.ts";

/** A part of an agency's letters, newest first. */
export interface LetterPage {
  readonly items: readonly Letter[];
  /** Where the next part begins; undefined after the last one. */
  readonly next: string | undefined;
}

/** The letters of all agencies. */
export interface Letters {
  /** Strongly consistent. */
  find(id: LetterId): Promise<Letter | undefined>;
  /** A letter that was changed a moment ago can stand where it was. @throws InvalidInput when `from` is not the `next` of a page */
  of(
    instansiId: string,
    query: { readonly limit: number; readonly from?: string | undefined },
  ): Promise<LetterPage>;
  /** The letters about one person alone (`about`), the newest step first; a moment late. */
  about(person: EmployeeId, limit: number): Promise<readonly Letter[]>;
  /** The write of a line of somebody's account, so that they hear of it; it fails as `letter-changed`. */
  telling(line: AuditEntry): JoinedWrite;
  /** What waits for the signature of whoever acts in a post, oldest first, at most a hundred; a moment late. */
  waitingFor(post: PostId): Promise<readonly Letter[]>;
  /**
   * A letter, its line of history and what belongs to the same change in one transaction.
   * @param letter the next revision of what was found; 1 of a new one
   * @throws Conflict `letter-changed` when somebody else was faster, or what the others say
   */
  save(letter: Letter, entry: AuditEntry, ...others: readonly JoinedWrite[]): Promise<void>;
}

export type RegisterKey = Pick<Registered, "instansiId" | "year">;

/** The numbers of each agency and year (decision 0108). */
export interface NumberRegisters {
  /** The next number, for good. The same letter is given the same one again until that is settled. */
  take(of: RegisterKey, letter: LetterId): Promise<number>;
  /** Makes a number void that was taken and has no entry; one that has an entry stays as it is. */
  voidTaken(entry: Registered): Promise<void>;
  /** The letter has what was taken, or it is void. */
  settle(of: RegisterKey, letter: LetterId): Promise<void>;
  /** Strongly consistent. @param count how many numbers, from `from` on */
  read(
    of: RegisterKey,
    range: { readonly from: number; readonly count: number },
  ): Promise<Register>;
  /** The write of a number that has no entry yet; it fails as `letter-changed` when it has one. */
  entering(entry: Registered): JoinedWrite;
  /** The write that fixes a reserved number or makes it void; it fails as `letter-changed` when it is not reserved for that letter. */
  moving(entry: Registered): JoinedWrite;
}

/** How agencies write their letters. */
export interface LetterProfiles {
  /** Strongly consistent. */
  find(instansiId: string): Promise<LetterProfile | undefined>;
  /** @throws Conflict `letter-changed` when somebody else was faster */
  save(profile: LetterProfile, entry: AuditEntry): Promise<void>;
}
