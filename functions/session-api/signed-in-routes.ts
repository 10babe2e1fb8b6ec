import * as z from "zod";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import type { AccountHistory } from "#shared/account/account-history.ts";
import type { Agencies } from "#shared/agency/agencies.ts";
import { zoneOf } from "#shared/agency/agency.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { noContent, ok, withCookies } from "#shared/http/answers.ts";
import { originOf } from "#shared/http/request-origin.ts";
import { anyone, route } from "#shared/http/route.ts";
import { clearCookie, cookiesOfLogin } from "#shared/session/cookies.ts";
import { describeSession } from "#shared/session/describe-session.ts";
import { type SessionAnswer, sessionAnswer } from "#shared/session/login-answers.ts";
import {
  type AskSession,
  findSession,
  holderIfAny,
  rolesOf,
} from "#shared/session/require-session.ts";
import type { Session } from "#shared/session/session.ts";
import type { Sessions } from "#shared/session/sessions.ts";
import { signOut } from "#shared/session/sign-out.ts";

/** The dependencies of the routes that say who is signed in, and that sign out. */
export interface SignedInApi extends AskSession {
  readonly roles: Pick<RoleGrants, "find">;
  readonly agencies: Pick<Agencies, "find">;
  readonly sessions: Pick<Sessions, "find" | "touch" | "remove">;
  readonly accountHistory: Pick<AccountHistory, "note">;
}

/** The session with the roles that count now. The page shows what they allow, and each request checks them again. */
export async function describe(
  { roles, agencies, clock }: Pick<SignedInApi, "roles" | "agencies" | "clock">,
  session: Session,
  employee: Employee,
): Promise<SessionAnswer> {
  const now = clock.now();
  const [{ grants }, agency] = await Promise.all([
    roles.find(employee.id),
    agencies.find(employee.instansiId),
  ]);
  const zone = zoneOf(agency);
  const standing = rolesOf(session, employee, grants, now);
  return describeSession(session, employee, { roles: standing, zone, now });
}

/** The routes of an existing session. */
export function signedInRoutes(api: SignedInApi) {
  return [
    route({
      method: "GET",
      path: "/api/session",
      summary:
        "Who is signed in, and until when; with look it is no activity, and with look=guest an empty answer says that nobody is",
      access: holderIfAny(
        api,
        ({ query }) => query.look === "guest",
        ({ query }) => query.look === undefined,
      ),
      query: z.object({ look: z.string().optional() }),
      answers: { 200: sessionAnswer, 204: "nothing" },
      handle: async ({ principal }) =>
        principal ? ok(await describe(api, principal.session, principal.employee)) : noContent(),
    }),
    route({
      method: "POST",
      path: "/api/session/logout",
      summary: "Leaves, whoever is signed in here",
      // The logout needs no named person: it signs out whoever is signed in in this browser.
      access: anyone,
      answers: { 204: "nothing" },
      handle: async ({ request }) => {
        const session = await findSession(api, request);
        if (session) {
          await signOut(api, session, originOf(request));
          request.note({ outcome: "signed-out" });
        }
        return withCookies(noContent(clearStorage), ...cookiesOfLogin.map(clearCookie));
      },
    }),
  ];
}

/**
 * Makes the browser delete what our pages stored in it, in every tab. It does not say "cache": that also empties the
 * back/forward cache in some browsers, can take seconds, and makes the next login load everything again; Safari before 17 knows
 * neither. Pages in the back/forward cache hide themselves (web/src/session/use-session.ts). MDN, "Clear-Site-Data header".
 */
const clearStorage = { "clear-site-data": '"storage"' };
