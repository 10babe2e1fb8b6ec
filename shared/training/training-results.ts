import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { LearningEntry } from "./learning-ledger.ts";
import type { OfferId } from "./training-offer.ts";
import type { SessionSheet, TrainingResult } from "./training-result.ts";

/** Numbers of certificates run within an agency and a year. */
export interface CertificateSeries {
  readonly instansiId: string;
  readonly year: number;
}

/** Attendance, results and certificates of trainings, and what each person has learnt. All readings are strongly consistent. */
export interface TrainingResults {
  /** Of the sessions that somebody has entered. */
  sheets(offer: OfferId): Promise<readonly SessionSheet[]>;
  /** Those that cannot be read are left out. */
  results(offer: OfferId): Promise<readonly TrainingResult[]>;
  result(offer: OfferId, person: EmployeeId): Promise<TrainingResult | undefined>;
  /** Of all years, also what was withdrawn. */
  learnt(person: EmployeeId): Promise<readonly LearningEntry[]>;
  /** The last number that was given; 0 where none was. */
  lastNumber(series: CertificateSeries): Promise<number>;
}

/** What a claim of a certificate of others reads and writes. */
export interface ClaimedResults extends Pick<TrainingResults, "learnt"> {
  /** The write of what a claim counts; it fails as `request-outdated` when this number of that year is there already, also withdrawn. */
  counting(person: EmployeeId, learnt: LearningEntry): JoinedWrite;
}

export interface WritableTrainingResults extends TrainingResults, ClaimedResults {
  /** @param sheet the next revision of what was found; 1 of a new one @throws Conflict `record-changed` when somebody else was faster */
  saveSheet(offer: OfferId, sheet: SessionSheet, entry: AuditEntry): Promise<void>;
  /**
   * A result with its line of history, and where a certificate is given or withdrawn its number and what its person has learnt, in one
   * transaction.
   * @throws Conflict `record-changed` when somebody else was faster, `decision-raced` when another certificate got the number
   */
  saveResult(result: TrainingResult, entry: AuditEntry, more?: CertificateChange): Promise<void>;
}

export interface CertificateChange {
  readonly learner: EmployeeId;
  readonly learnt: LearningEntry;
  /** Of a new one: the number that it has, which is the next of its series. */
  readonly number?: CertificateSeries & { readonly next: number };
  /** Of one that is withdrawn: its paper. */
  readonly others?: readonly JoinedWrite[];
}
