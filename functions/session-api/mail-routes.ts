import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { chooseMails, mailWishOf } from "#shared/notification/choose-mails.ts";
import { type MailPlans, mailWishBody } from "#shared/notification/mail-plan.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";

/** What holders wish to be mailed of what is not about security. */
export function mailRoutes(
  api: AskSession & { readonly plans: Pick<MailPlans, "find" | "replace"> },
) {
  return [
    route({
      method: "GET",
      path: "/api/account/mails",
      summary: "When the holder is mailed what is not about security",
      access: holder(api),
      answers: { 200: mailWishBody },
      handle: async ({ principal: { employeeId } }) =>
        ok({ wish: await mailWishOf(api, employeeId) }),
    }),
    route({
      method: "POST",
      path: "/api/account/mails",
      summary: "Chooses when: at once, together once a day, or in the inbox alone",
      access: holder(api),
      body: mailWishBody,
      answers: { 200: mailWishBody },
      handle: async ({ principal: { employeeId }, body: { wish } }) => {
        await chooseMails(api, employeeId, wish);
        return ok({ wish });
      },
    }),
  ];
}
