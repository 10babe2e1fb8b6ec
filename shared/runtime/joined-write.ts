import type { ErrorCode } from "./codes.ts";

/** A write that is a part of another write's transaction. Only adapters know its form in the table. */
export interface JoinedWrite {
  readonly write: unknown;
  /** The code of the Conflict when its condition fails. */
  readonly taken: ErrorCode;
}
