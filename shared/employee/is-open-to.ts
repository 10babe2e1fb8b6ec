import { type Officer, reaches } from "#shared/access/scope.ts";
import type { Employee } from "./employee.ts";

/**
 * Whether a record is one that this officer finds: it is in the scope, and was not joined into another one. Marks in a tab, a plan and an
 * address outlive a join.
 */
export function isOpenTo<Found extends Pick<Employee, "instansiId" | "unitKerja" | "joinedInto">>(
  by: Officer,
  found: Found | undefined,
): found is Found {
  return found !== undefined && !found.joinedInto && reaches(by, found);
}
