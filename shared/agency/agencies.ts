import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Agency } from "./agency.ts";

/** The agencies whose people have cards. */
export interface Agencies {
  /** Strongly consistent. */
  find(id: string): Promise<Agency | undefined>;
  /** All of them, by id (strongly consistent). One that cannot be read is left out and reported. */
  list(): Promise<Agency[]>;
}

export interface WritableAgencies extends Agencies {
  /**
   * An agency, its line of history and what belongs to the same decision in one transaction.
   * @param agency the next revision of what was found; 1 of a new one
   * @throws Conflict `agency-changed` when somebody else was faster, or what the others say
   */
  save(agency: Agency, entry: AuditEntry, ...others: readonly JoinedWrite[]): Promise<void>;
  /**
   * Lets an agency that stays as it is know its new work, together with what starts that.
   * @throws Conflict `agency-changed` when it is not as it was seen, or what the others say
   */
  point(seen: Agency, agency: Agency, ...others: readonly JoinedWrite[]): Promise<void>;
}
