/** What can be wrong with a history, and where (decision 0046). */

export type HistoryFaultCode =
  /** Who, when, what or which fields: the entry's digest is another one. */
  | "entry-altered"
  /** A value or a reason: its salted digest is another one. */
  | "value-altered"
  /** Values are gone, and no erasing of the person's data tells of it. */
  | "value-erased"
  /** It has a digest that fits, but not the one that the next entry, its record or its seal has of it. */
  | "entry-replaced"
  | "entry-missing"
  /** It fits, but under another revision. */
  | "entry-reordered"
  /** It has no proof, or no seal has it. */
  | "entry-inserted"
  | "seal-forged"
  | "seal-missing"
  /** It was hidden behind a deletion, or written over. */
  | "seal-touched"
  | "sealing-late";

export interface HistoryFault {
  readonly code: HistoryFaultCode;
  readonly subjectId?: string;
  readonly revision?: number;
  /** The end of the seal's period. */
  readonly seal?: string;
}
