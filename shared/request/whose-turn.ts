/** Whose turn a request is, and who sees it. */
import type { RoleHolder } from "#shared/access/principal.ts";
import { type Grant, type GrantedRole, reachOf } from "#shared/access/role.ts";
import { reaches } from "#shared/access/scope.ts";
import { decidedBy, deciderRoles, isUnsent, type Request } from "./request.ts";

/** Who decides, with all roles that stand now. */
export type RequestDecider = Pick<RoleHolder, "employeeId" | "instansiId" | "roles">;

const readerRoles: readonly GrantedRole[] = [...deciderRoles, "auditor"];

/**
 * Whether a request's turn is of somebody with these roles. Nobody decides on their own, and nobody outside of the reach of the role, but once its
 * time is over everybody in the agency who has it.
 */
export function mayDecide(request: Request, by: RequestDecider): boolean {
  const role = decidedBy(request);
  return role !== undefined && reachesIn(request, by, [role]);
}

/** Whether it is this one's turn: nobody decides two links. */
export function isTurnOf(request: Request, by: RequestDecider): boolean {
  return mayDecide(request, by) && !request.agreed.includes(by.employeeId);
}

/** Whether it would be this one's turn, had this one not agreed to a link before. */
export function isBarred(request: Request, by: RequestDecider): boolean {
  return mayDecide(request, by) && request.agreed.includes(by.employeeId);
}

/** Whether who agrees now gives up the next link, which this one could decide as well. */
export function wouldBeBarred(request: Request, by: RequestDecider): boolean {
  return isTurnOf(request, by) && mayDecide({ ...request, place: request.place + 1 }, by);
}

/** Whether an officer or auditor sees it, whosever turn it is. */
export function maySee(request: Request, by: RequestDecider): boolean {
  return !isUnsent(request) && reachesIn(request, by, readerRoles);
}

function reachesIn(request: Request, by: RequestDecider, wanted: readonly GrantedRole[]): boolean {
  const roles: readonly Grant[] = by.roles.filter(({ role }) =>
    wanted.some((each) => each === role),
  );
  if (roles.length === 0 || request.instansiId !== by.instansiId) return false;
  return (
    request.widened === true ||
    reaches({ instansiId: by.instansiId, units: reachOf(roles, wanted) }, request)
  );
}
