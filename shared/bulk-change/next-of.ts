import type { RoleGrants } from "#shared/access/role-grants.ts";
import { refuseRoleHolder } from "#shared/employee/change-employee.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { nextValues } from "#shared/employee/record-change.ts";
import { type Revision, revise } from "#shared/employee/revision.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { type BulkChange, valuesOf } from "./bulk-change.ts";

/** The record's next revision; undefined when it says so already. */
export function nextOf(
  person: Employee,
  change: BulkChange,
  told: Omit<Parameters<typeof revise>[2], "action" | "source">,
): Revision | undefined {
  return revise(person, nextValues(valuesOf(change)), {
    ...told,
    action: change.action === "assign" ? "changed" : "status-changed",
    ...(change.action === "suspend" && { source: change.source }),
  });
}

/** Whether operators take somebody's roles back before it (refuseRoleHolder). */
export async function weakens(
  api: { readonly roles: Pick<RoleGrants, "find">; readonly clock: Clock },
  next: Revision,
): Promise<boolean> {
  try {
    await refuseRoleHolder(api, next);
    return false;
  } catch (error) {
    if (error instanceof Conflict && error.code === "change-needs-operators") return true;
    throw error;
  }
}
