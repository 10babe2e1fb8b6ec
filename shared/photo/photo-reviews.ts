import type { EmployeeId } from "#shared/employee/employee.ts";

/** One whose photo waits for an officer, as a page of them ends with it. */
export interface Awaiting {
  readonly id: EmployeeId;
  /** Its place, see `waitsFrom`: the instant since which it waits; of one whose new photo did not come, the end of its time. */
  readonly from: string;
}

export interface AwaitingQuery {
  readonly now: Date;
  readonly limit: number;
  /** The last one of the page before. */
  readonly after?: Awaiting | undefined;
}

/** The photos that wait for officers. */
export interface PhotoReviews {
  /**
   * Those of an agency, reported ones at the top, then who waits longest; the newest can be missing for a moment (the index follows the table). Fewer than
   * `limit` are the last.
   */
  awaiting(instansiId: string, query: AwaitingQuery): Promise<readonly Awaiting[]>;
}
