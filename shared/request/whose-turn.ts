/** Whose turn a request is, and who sees it. */
import type { RoleHolder } from "#shared/access/principal.ts";
import { type Grant, type GrantedRole, reachOf } from "#shared/access/role.ts";
import { reaches } from "#shared/access/scope.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { PostId } from "#shared/post/post.ts";
import { type ChainLink, isUnsent, linkInTurn, officerRoles, type Request } from "./request.ts";

/** Who decides, with all roles that stand now, and the posts in which this one acts. */
export type RequestDecider = Pick<RoleHolder, "employeeId" | "instansiId" | "roles"> & {
  readonly posts?: readonly PostId[];
};

const readerRoles: readonly GrantedRole[] = [...officerRoles, "auditor"];

/**
 * Whether a request's turn is of somebody with these roles. Nobody decides on their own, and nobody outside of the reach of the role, but once its
 * time is over everybody in the agency who has it.
 */
export function mayDecide(request: Request, by: RequestDecider): boolean {
  const link = linkInTurn(request);
  if (!link) return false;
  if (link.post) return actsInOneOf(postsOf(link, request), request, by);
  return officerRoles.some((role) => role === link.role && reachesIn(request, by, [role]));
}

/** The posts that decide a step: its own, and once its time is over the one above. */
export function postsOf(
  { post, above }: ChainLink,
  { widened }: Pick<Request, "widened">,
): readonly PostId[] {
  return [post, widened ? above : undefined].filter((each) => each !== undefined);
}

/** Of the agency in which its person works now: a post of the former one says nothing any more. */
function actsInOneOf(
  posts: readonly PostId[],
  { instansiId }: Pick<Request, "instansiId">,
  by: RequestDecider,
): boolean {
  return by.instansiId === instansiId && posts.some((post) => by.posts?.includes(post));
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

/**
 * Whether an officer or auditor sees it, or who acts in one of its posts, whosever turn it is. What others report of somebody is kept from that one,
 * an officer as well: at once it would warn a forger (decision 0087).
 */
export function maySee(request: Request, by: RequestDecider): boolean {
  if (isUnsent(request) || (request.unasked && request.person === by.employeeId)) return false;
  const posts = request.chain.flatMap((link) => postsOf(link, request));
  return reachesIn(request, by, readerRoles) || actsInOneOf(posts, request, by);
}

/**
 * Whether this officer withdraws the proofs of a request: of who works in the reach of a role that decides, as the record says. What nobody asked
 * for has none.
 */
export function mayRevokeProofs(
  request: Request,
  by: RequestDecider,
  { instansiId, unitKerja }: Pick<Employee, "instansiId" | "unitKerja">,
): boolean {
  const { widened: _, ...here } = { ...request, instansiId, unitKerja };
  return !isUnsent(request) && !request.unasked && reachesIn(here, by, officerRoles);
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
