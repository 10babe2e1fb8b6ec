import { Forbidden } from "#shared/runtime/errors.ts";
import type { Officer } from "./scope.ts";

/**
 * Nobody changes or decides on their own record: a colleague of the same instansi does it (threat 21).
 * @throws Forbidden `own-record`
 */
export function refuseOwnRecord(id: string, by: Pick<Officer, "employeeId">): void {
  if (isOwnRecord(id, by)) throw new Forbidden("own-record");
}

export function isOwnRecord(id: string, { employeeId }: Pick<Officer, "employeeId">): boolean {
  return id === employeeId;
}
