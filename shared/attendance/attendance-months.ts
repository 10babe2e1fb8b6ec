import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { AttendanceMonth } from "./attendance-month.ts";
import type { MachinePins } from "./attendance-rules.ts";

/** Whose months of an agency. */
export interface MonthOf {
  readonly instansiId: string;
  /** "2026-03" */
  readonly month: string;
}

/** A part of an agency's month, in the order of the people's ids. */
export interface MonthPage {
  readonly items: readonly AttendanceMonth[];
  /** Where the next part begins; undefined after the last one. */
  readonly next: EmployeeId | undefined;
}

/** The months of people, of all agencies. */
export interface AttendanceMonths {
  /** Strongly consistent. */
  find(of: MonthOf, person: EmployeeId): Promise<AttendanceMonth | undefined>;
  /** Of some people of an agency, those that there are and can be read; strongly consistent. */
  findAll(
    of: MonthOf,
    people: readonly EmployeeId[],
  ): Promise<ReadonlyMap<EmployeeId, AttendanceMonth>>;
  /** Strongly consistent; those that cannot be read are left out. @param from the `next` of a page */
  list(of: MonthOf, from?: EmployeeId): Promise<MonthPage>;
  /** What the people from one id to another came to by the end of a month; of those whose month was closed. */
  closings(
    of: MonthOf,
    people: { readonly first: EmployeeId; readonly last: EmployeeId },
  ): Promise<ReadonlyMap<EmployeeId, NonNullable<AttendanceMonth["closed"]>>>;
  /**
   * Its next revision.
   * @param entry its line of history, in the same transaction
   * @returns false when somebody else was faster: it is to be read again
   */
  save(month: AttendanceMonth, entry?: AuditEntry): Promise<boolean>;
  /** The same as a part of another transaction; it fails as `attendance-changed` when somebody else was faster. */
  saving(month: AttendanceMonth): JoinedWrite;
}

/** What is held about one person. */
export interface HeldAttendance {
  /** The newest months, the last one first; the newest can be missing for a moment. */
  held(person: EmployeeId): Promise<{
    readonly months: readonly AttendanceMonth[];
    readonly pins: readonly MachinePins[];
    readonly hasOlder: boolean;
  }>;
}
