import type { ErrorCode } from "./codes.ts";

/** A write that is part of another one's transaction: all of it happens or nothing. What it is in a table, only adapters know. */
export interface JoinedWrite {
  readonly write: unknown;
  /** What it means when its condition fails. */
  readonly taken: ErrorCode;
}
