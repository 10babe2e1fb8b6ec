import { noContent, ok } from "#shared/http/answers.ts";
import { originOf } from "#shared/http/request-origin.ts";
import { anyone, route } from "#shared/http/route.ts";
import { linkAnswer, linkRequest, linkUse } from "#shared/session/link-messages.ts";
import type { LinkPurpose } from "#shared/session/mailed-link.ts";
import { lookAtLink, useMailedLink } from "#shared/session/use-mailed-link.ts";
import type { SessionApi } from "./session-api.ts";

const outcomes = {
  freeze: "account-frozen",
  "cancel-mfa-reset": "mfa-reset-cancelled",
  "cancel-email-change": "new-email-cancelled",
  "cancel-phone-change": "new-phone-cancelled",
} as const satisfies Record<LinkPurpose, string>;

/** Links of mails. Who has one need not be signed in: somebody else may be. */
export function linkRoutes(api: SessionApi) {
  return [
    route({
      method: "POST",
      path: "/api/account/link/look",
      readsOnly: true,
      summary: "What a mail's link does; it does nothing yet",
      access: anyone,
      body: linkRequest,
      answers: { 200: linkAnswer },
      handle: async ({ body: { secret } }) => ok(await lookAtLink(api, secret)),
    }),
    route({
      method: "POST",
      path: "/api/account/link",
      summary: "«Bukan saya»: does what a mail's link is for, once; 409 nothing-to-cancel",
      access: anyone,
      body: linkUse,
      answers: { 204: "nothing" },
      handle: async ({ body, request }) => {
        const done = await useMailedLink(api, { ...body, origin: originOf(request) });
        request.note({ outcome: outcomes[done] });
        return noContent();
      },
    }),
  ];
}
