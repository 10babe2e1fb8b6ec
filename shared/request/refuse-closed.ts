import { Conflict } from "#shared/runtime/errors.ts";
import type { Request } from "./request.ts";
import type { RequestState } from "./request-states.ts";

const closedCodes = {
  approved: "request-approved",
  rejected: "request-rejected",
  withdrawn: "request-withdrawn",
  expired: "request-expired",
} as const satisfies Partial<Record<RequestState, string>>;

/** @throws Conflict that says how it has ended */
export function refuseClosed({ state }: Pick<Request, "state">): void {
  const closed = Object.entries(closedCodes).find(([end]) => end === state)?.[1];
  if (closed) throw new Conflict(closed);
}
