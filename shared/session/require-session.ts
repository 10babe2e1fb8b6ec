import type { Standing } from "#shared/access/decide-approval.ts";
import type { Principal, RoleHolder } from "#shared/access/principal.ts";
import { type Grant, type GrantedRole, type Role, reachOf, standing } from "#shared/access/role.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import { cardStatus, type Employee, type EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { HttpRequest } from "#shared/http/http-request.ts";
import { meantFor } from "#shared/http/person.ts";
import type { Access } from "#shared/http/route.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Forbidden, Unauthenticated } from "#shared/runtime/errors.ts";
import { isVoid } from "./account-state.ts";
import { cookieName, readCookie } from "./cookies.ts";
import { secretId } from "./secret.ts";
import { isOver, isTouchDue, type Session } from "./session.ts";
import type { Sessions } from "./sessions.ts";

/** A principal who is signed in, with the session and the own record, so that no route reads it again. */
export interface SignedInPrincipal extends Principal {
  readonly session: Session;
  readonly employee: Employee;
}

/** What is needed to find out who sends a request. */
export interface AskSession {
  readonly sessions: Pick<Sessions, "find" | "touch">;
  readonly employees: Pick<Employees, "find">;
  readonly clock: Clock;
}

/** Also what that person may do. */
export interface AskRole extends AskSession {
  readonly roles: Pick<RoleGrants, "find">;
}

const behindLogin = { cookie: cookieName("session"), isPersonal: true } as const;

/**
 * Everybody who is signed in.
 * @param isActivity false for a page that only checks its session, which must not prolong it
 */
export function holder(
  api: AskSession,
  isActivity: (request: HttpRequest) => boolean = () => true,
): Access<SignedInPrincipal, true> {
  return {
    ...behindLogin,
    who: ["holder"],
    admit: (request) => requireSession(api, request, { isActivity: isActivity(request) }),
  };
}

/**
 * Everybody who is signed in, and who may be: for pages of guests, that nobody is is no refusal.
 * @param mayBe whether this request asks so; it is never an activity
 */
export function holderIfAny(
  api: AskSession,
  mayBe: (request: HttpRequest) => boolean,
  isActivity: (request: HttpRequest) => boolean,
): Access<SignedInPrincipal | undefined, true> {
  const { admit: demand, ...facts } = holder(api, isActivity);
  return {
    ...facts,
    admit: async (request) => {
      if (mayBe(request) && !(await findSession(api, request))) return undefined;
      return await demand(request);
    },
  };
}

/** Everybody who has one of these roles now. */
export function roleHolder(
  api: AskRole,
  ...wanted: readonly [GrantedRole, ...GrantedRole[]]
): Access<SignedInPrincipal & RoleHolder, true> {
  return {
    ...behindLogin,
    who: wanted,
    admit: (request) => requireRole(api, request, ...wanted),
  };
}

/**
 * The principal of a request: session and own record, two strongly consistent reads; at most one write a minute, no call
 * to Cognito. A session that was ended a moment ago is over for this request (decision 0010).
 * @param isActivity false for a page that only checks its session, which must not prolong it
 * @throws Unauthenticated `session-ended`, also when there never was one; Conflict `other-person`
 */
export async function requireSession(
  api: AskSession,
  request: HttpRequest,
  { isActivity = true }: { isActivity?: boolean } = {},
): Promise<SignedInPrincipal> {
  const session = await findSession(api, request);
  const employee = session && (await api.employees.find(session.employeeId));
  return await admit(api, request, { session, employee, isActivity });
}

/**
 * The principal of a request that needs one of these roles: one read more, beside the record's.
 * @throws as requireSession; Forbidden when none of the roles stands now, `login-by-password` in a session made by QR
 */
export async function requireRole(
  api: AskRole,
  request: HttpRequest,
  ...wanted: readonly GrantedRole[]
): Promise<SignedInPrincipal & RoleHolder> {
  const session = await findSession(api, request);
  const [employee, given] = session
    ? await Promise.all([
        api.employees.find(session.employeeId),
        api.roles.find(session.employeeId),
      ])
    : [];
  const principal = await admit(api, request, { session, employee });
  const roles = standingRoles(principal.employee, given?.grants ?? [], api.clock.now());
  if (!roles.some(({ role }) => wanted.includes(role))) throw new Forbidden();
  if (hasNoRole(principal.session)) throw new Forbidden("login-by-password");
  return { ...principal, roles, units: reachOf(roles, wanted) };
}

/** What somebody may do now in this session. Who has no active record may only see the own card. */
export function rolesOf(
  session: Pick<Session, "madeBy">,
  employee: Employee,
  grants: readonly Grant[],
  now: Date,
): Role[] {
  if (hasNoRole(session)) return ["holder"];
  const granted = standingRoles(employee, grants, now).map(({ role }) => role);
  return ["holder", ...new Set(granted)];
}

/** A session made by QR is its holder's only: nobody was asked for a password at that computer (decision 0035). */
function hasNoRole({ madeBy }: Pick<Session, "madeBy">): boolean {
  return madeBy === "qr";
}

/** What somebody may do now, asked of both who decide an approval. Two strongly consistent reads. */
export async function standingOf(
  {
    employees,
    roles,
    clock,
  }: Pick<AskRole, "employees" | "clock"> & { readonly roles: RoleGrants },
  id: EmployeeId,
): Promise<Standing> {
  const [employee, given] = await Promise.all([employees.find(id), roles.find(id)]);
  const now = employee ? standingRoles(employee, given.grants, clock.now()) : [];
  return { roles: now, unchanged: roles.unchanged(given) };
}

function standingRoles(employee: Employee, grants: readonly Grant[], now: Date): Grant[] {
  const isActive = cardStatus(employee, now) === "active";
  return isActive ? standing(grants, employee.instansiId, now) : [];
}

/** The session of the browser's cookie, for the logout; undefined when it is over. */
export async function findSession(
  { sessions, clock }: Pick<AskSession, "sessions" | "clock">,
  request: HttpRequest,
): Promise<Session | undefined> {
  const secret = readCookie("session", request);
  const session = secret ? await sessions.find(secretId(secret)) : undefined;
  if (!session || isOver(session, clock.now())) return undefined;
  request.note({ actor: session.employeeId });
  return session;
}

async function admit(
  { sessions, clock }: AskSession,
  request: HttpRequest,
  {
    session,
    employee,
    isActivity = true,
  }: { session: Session | undefined; employee: Employee | undefined; isActivity?: boolean },
): Promise<SignedInPrincipal> {
  if (!session || !employee || isVoid(session.startedAt, {}, employee)) throw new Unauthenticated();
  meantFor(request, employee.id);
  const now = clock.now();
  const isDue = isActivity && isTouchDue(session, now);
  if (isDue) await sessions.touch(session.id, now);
  return {
    session: isDue ? { ...session, lastSeenAt: now.toISOString() } : session,
    employee,
    employeeId: employee.id,
    instansiId: employee.instansiId,
  };
}
