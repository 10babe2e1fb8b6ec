import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Request, RequestId } from "#shared/request/request.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { StoredLeave } from "./known-leave.ts";
import type { Movement } from "./leave-movement.ts";
import type { Span } from "./leave-span.ts";

/** All that is kept of somebody's leave. */
export interface LeaveLedger {
  readonly person: EmployeeId;
  /** Counts the writes; 0 of one that is not there yet. */
  readonly revision: number;
  /** In the order in which they were posted. */
  readonly movements: readonly Movement[];
  /** On their way, and given. */
  readonly leaves: readonly StoredLeave[];
}

/** Where somebody works, as the request says it. */
export type Workplace = Pick<Request, "instansiId" | "unitKerja">;

/** Who is away, or wants to be. */
export interface Absence extends Span {
  readonly request: RequestId;
  readonly person: EmployeeId;
  readonly isGiven: boolean;
}

export type PlacedAbsence = Absence & Pick<Workplace, "unitKerja">;

/** What a move of a request makes of its days in the list of its unit; without a place it is in none any more. */
export interface AbsenceChange extends Absence {
  readonly place: Workplace | undefined;
}

/** The ledgers of everybody, for good. */
export interface LeaveLedgers {
  /** Strongly consistent. */
  find(person: EmployeeId): Promise<LeaveLedger>;
  /** What is kept of the leaves of some people, without the movements; nothing of who has none. Strongly consistent. */
  leavesOf(people: readonly EmployeeId[]): Promise<ReadonlyMap<EmployeeId, readonly StoredLeave[]>>;
  /**
   * Adds to a ledger, with what belongs to the same change, in one transaction. Movements that were there are never written again.
   * @param before as it was found @param after the same with more movements, and with the leaves as they are now
   * @throws Conflict `leave-moved` when somebody else was faster, or what the others say
   */
  save(
    before: LeaveLedger,
    after: Pick<LeaveLedger, "movements" | "leaves">,
    absence: AbsenceChange | undefined,
    ...others: readonly JoinedWrite[]
  ): Promise<void>;
  /** Whose days in an agency meet a span, all of them, with their units; the newest can be a moment late. */
  awayIn(instansiId: string, span: Span): Promise<readonly PlacedAbsence[]>;
  /** Whose days in a unit meet a span, at most some; the newest can be a moment late. */
  away(place: Workplace, span: Span): Promise<readonly Absence[]>;
}
