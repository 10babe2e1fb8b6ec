import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { RegisterLine } from "./register-line.ts";
import type { OfferId, TrainingOffer } from "./training-offer.ts";

/** Lines of one register: more would not fit into its item (decision 0112). */
export const mostLines = 3000;

/** Which offer, and of which agency. */
export interface Joined {
  readonly instansiId: string;
  readonly offer: OfferId;
}

/** What agencies offer, and the register of each. */
export interface Trainings {
  /** Strongly consistent. */
  find(instansiId: string, id: OfferId): Promise<TrainingOffer | undefined>;
  /** Some of them, of any agencies (strongly consistent); those that are not there or cannot be read are left out. */
  findAll(wanted: readonly Joined[]): Promise<readonly TrainingOffer[]>;
  /** All of an agency, in no order that says anything; strongly consistent. Those that cannot be read are left out. */
  list(instansiId: string): Promise<readonly TrainingOffer[]>;
  /** Those to which somebody came or wanted to come; strongly consistent. One may be of an agency of before. */
  joinedBy(person: EmployeeId): Promise<readonly Joined[]>;
  /** Notes that somebody is about to join: before the line is written, so that no place is forgotten. */
  noteJoin(person: EmployeeId, joined: Joined): Promise<void>;
  /** The lines of a register, in the order in which they were written; none of an offer that never opened. Strongly consistent. */
  register(id: OfferId): Promise<readonly RegisterLine[]>;
  /** Several of them; those that never opened or cannot be read are left out. Strongly consistent. */
  registers(ids: readonly OfferId[]): Promise<ReadonlyMap<OfferId, readonly RegisterLine[]>>;
  /**
   * Writes a line behind all others, and tells what is written then. What it did, the fold of that tells (training-register.ts).
   * @throws Conflict `training-full` when the register takes no more lines; NotFound when nothing has opened it
   */
  append(id: OfferId, line: RegisterLine): Promise<readonly RegisterLine[]>;
}

export interface WritableTrainings extends Trainings {
  /**
   * An offer, its line of history and what its register is told of it, in one transaction.
   * @param offer the next revision of what was found; 1 of a new one
   * @param told opens the register, or changes its limits; undefined of a draft, or where they stay
   * @throws Conflict `record-changed` when somebody else was faster
   */
  save(offer: TrainingOffer, entry: AuditEntry, told?: RegisterLine): Promise<void>;
}
