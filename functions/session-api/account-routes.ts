import * as z from "zod";
import type { AccountHistory } from "#shared/account/account-history.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { accountHistoryAnswer } from "#shared/session/account-answers.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";
import { tellAccountHistory } from "#shared/session/tell-account-history.ts";

/** The dependencies of the routes of one's own account. */
export interface AccountApi extends AskSession {
  readonly accountHistory: Pick<AccountHistory, "page">;
}

/** `next` of the page before: a revision. */
const cursor = z.string().regex(/^\d{1,16}$/);

/** The page «Akun»: what everybody who is signed in sees of the own account. */
export function accountRoutes(api: AccountApi) {
  return [
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
