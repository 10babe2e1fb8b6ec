import { Forbidden } from "#shared/runtime/errors.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { Officer } from "./scope.ts";

/**
 * Nobody decides on the own record: nobody promotes, reinstates or renames oneself; a colleague of the same instansi does
 * (threat 21).
 * @throws Forbidden `own-record`
 */
export function refuseOwnRecord(id: Id<"emp">, by: Pick<Officer, "employeeId">): void {
  if (isOwnRecord(id, by)) throw new Forbidden("own-record");
}

export function isOwnRecord(id: Id<"emp">, { employeeId }: Pick<Officer, "employeeId">): boolean {
  return id === employeeId;
}
