import { noContent, ok } from "#shared/http/answers.ts";
import { anyone, route } from "#shared/http/route.ts";
import { linkAnswer, linkRequest } from "#shared/session/link-messages.ts";
import { findLink, useMailedLink } from "#shared/session/use-mailed-link.ts";
import type { SessionApi } from "./session-api.ts";

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
      handle: async ({ body: { secret } }) => {
        const { purpose, about, usedAt } = await findLink(api, secret);
        return ok({ purpose, about, used: usedAt !== undefined });
      },
    }),
    route({
      method: "POST",
      path: "/api/account/link",
      summary: "«Bukan saya»: does what a mail's link is for, once",
      access: anyone,
      body: linkRequest,
      answers: { 204: "nothing" },
      handle: async ({ body: { secret }, request }) => {
        await useMailedLink(api, secret);
        request.note({ outcome: "link-used" });
        return noContent();
      },
    }),
  ];
}
