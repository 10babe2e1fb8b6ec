import * as z from "zod";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import type { Users } from "#shared/account/users.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { noContent, ok, withCookies } from "#shared/http/answers.ts";
import { anyone, type Route, route } from "#shared/http/route.ts";
import { clearCookie, cookiesOfLogin } from "#shared/session/cookies.ts";
import { describeSession } from "#shared/session/describe-session.ts";
import { type SessionAnswer, sessionAnswer } from "#shared/session/login-answers.ts";
import { type AskSession, findSession, holder, rolesOf } from "#shared/session/require-session.ts";
import type { Seals } from "#shared/session/secret.ts";
import type { Session } from "#shared/session/session.ts";
import type { Sessions } from "#shared/session/sessions.ts";
import { signOut } from "#shared/session/sign-out.ts";

/** What it takes to tell who is signed in, and to sign out. */
export interface SignedInApi extends AskSession {
  readonly users: Pick<Users, "revoke">;
  readonly roles: Pick<RoleGrants, "find">;
  readonly sessions: Pick<Sessions, "find" | "touch" | "remove">;
  readonly sessionKey: Pick<Seals, "open">;
}

/** The session with the roles that stand now: the page offers what they open, and each request asks again. */
export async function describe(
  { roles, clock }: Pick<SignedInApi, "roles" | "clock">,
  session: Session,
  employee: Employee,
): Promise<SessionAnswer> {
  const now = clock.now();
  const { grants } = await roles.find(employee.id);
  return describeSession(session, employee, { roles: rolesOf(employee, grants, now), now });
}

/** The session that there is. */
export function signedInRoutes(api: SignedInApi): Route[] {
  return [
    route({
      method: "GET",
      path: "/api/session",
      summary: "Who is signed in, and until when; with look=1 it is no activity",
      access: holder(api, (request) => request.query.look !== "1"),
      query: z.object({ look: z.string().optional() }),
      answers: { 200: sessionAnswer },
      handle: async ({ principal: { session, employee } }) =>
        ok(await describe(api, session, employee)),
    }),
    route({
      method: "POST",
      path: "/api/session/logout",
      summary: "Leaves, whoever is signed in here",
      // Leaving asks nobody who is meant: whoever is signed in here no longer is.
      access: anyone,
      answers: { 204: "nothing" },
      handle: async ({ request }) => {
        const session = await findSession(api, request);
        if (session) {
          await signOut(api, session);
          request.note({ outcome: "signed-out" });
        }
        return withCookies(noContent(clearStorage), ...cookiesOfLogin.map(clearCookie));
      },
    }),
  ];
}

/**
 * Has the browser forget what our pages kept in it, of every tab. Not "cache", which also empties the back/forward cache in
 * some browsers: it can take seconds, the next login would fetch everything again, and Safari before 17 knows neither. Pages
 * that the browser kept hide themselves (web/src/session/use-session.ts). MDN, "Clear-Site-Data header".
 */
const clearStorage = { "clear-site-data": '"storage"' };
