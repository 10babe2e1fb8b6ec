import * as z from "zod";
import type { AccountHistory } from "#shared/account/account-history.ts";
import { noContent, ok, withCookies } from "#shared/http/answers.ts";
import { originOf } from "#shared/http/request-origin.ts";
import { route } from "#shared/http/route.ts";
import { accountHistoryAnswer, sessionsAnswer } from "#shared/session/account-answers.ts";
import { clearCookie, cookiesOfLogin } from "#shared/session/cookies.ts";
import { type FreezeAccount, freezeAccount } from "#shared/session/freeze-account.ts";
import { endOtherSessions, endSession, listSessions } from "#shared/session/list-sessions.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";
import type { Sessions } from "#shared/session/sessions.ts";
import { tellAccountHistory } from "#shared/session/tell-account-history.ts";

/** The dependencies of the routes of one's own account. */
export interface AccountApi extends AskSession {
  readonly accountHistory: Pick<AccountHistory, "note" | "page">;
  readonly accountRecords: FreezeAccount["accountRecords"];
  readonly sessions: Pick<
    Sessions,
    "find" | "touch" | "findAccount" | "remove" | "endOthers" | "freeze"
  >;
}

/** `next` of the page before: a revision. */
const cursor = z.string().regex(/^\d{1,16}$/);

/** The page «Akun»: what everybody who is signed in sees of the own account. Long: a table, one entry for each route. */
export function accountRoutes(api: AccountApi) {
  return [
    route({
      method: "GET",
      path: "/api/account/sessions",
      summary: "Where somebody is signed in with the own account",
      access: holder(api),
      answers: { 200: sessionsAnswer },
      handle: async ({ principal: { session } }) => ok(await listSessions(api, session)),
    }),
    route({
      method: "POST",
      path: "/api/account/sessions/end",
      summary: "Signs one other device out",
      access: holder(api),
      body: z.strictObject({ id: z.string().regex(/^[0-9a-f]{16}$/) }),
      answers: { 204: "nothing" },
      handle: async ({ principal: { session: own }, body: { id: handle }, request }) => {
        await endSession(api, { own, handle, origin: originOf(request) });
        request.note({ outcome: "session-ended" });
        return noContent();
      },
    }),
    route({
      method: "POST",
      path: "/api/account/sessions/end-others",
      summary: "Signs all other devices out",
      access: holder(api),
      answers: { 204: "nothing" },
      handle: async ({ principal: { session: own }, request }) => {
        await endOtherSessions(api, { own, origin: originOf(request) });
        request.note({ outcome: "sessions-ended" });
        return noContent();
      },
    }),
    route({
      method: "POST",
      path: "/api/account/freeze",
      summary:
        "Freezes the own account: all sessions end, this one too, until an officer unfreezes it",
      access: holder(api),
      answers: { 204: "nothing" },
      // Without a factor: who has lost a device must be quick, and it lets nobody in.
      handle: async ({ principal: { employee: person }, request }) => {
        const by = { role: "holder", id: person.id } as const;
        await freezeAccount(api, { person, by, origin: originOf(request) });
        request.note({ outcome: "account-frozen" });
        return withCookies(noContent(), ...cookiesOfLogin.map(clearCookie));
      },
    }),
    route({
      method: "GET",
      path: "/api/account/history",
      summary: "What happened to the own account, newest first, in pages",
      access: holder(api),
      query: z.object({ cursor: cursor.optional() }),
      answers: { 200: accountHistoryAnswer },
      handle: async ({ principal: { employeeId }, query }) =>
        ok(await tellAccountHistory(api, { employeeId, from: query.cursor })),
    }),
  ];
}
