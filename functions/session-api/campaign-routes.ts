import {
  confirmedForm,
  runningCampaignsAnswer,
  sentForm,
  sentFormAnswer,
} from "#shared/campaign/campaign-answers.ts";
import {
  confirmForm,
  runningCampaigns,
  type SendForm,
  sendForm,
} from "#shared/campaign/send-form.ts";
import { captchaChallenge } from "#shared/captcha/captcha.ts";
import { issueCaptcha } from "#shared/captcha/issue-captcha.ts";
import { created, noContent, ok } from "#shared/http/answers.ts";
import { anyone, route } from "#shared/http/route.ts";

/**
 * The form of a campaign, for people who do not sign in (decision 0088). It is given nothing that reads a record, a marker or a campaign's people, so
 * it cannot tell whose a number is. Long: a table, one entry for each route.
 */
export function campaignRoutes(api: SendForm) {
  return [
    route({
      method: "GET",
      path: "/api/session/campaigns",
      summary: "The campaigns that take forms now",
      access: anyone,
      answers: { 200: runningCampaignsAnswer },
      handle: async () => {
        const found = await runningCampaigns(api);
        return ok({
          items: found.map(({ id, instansi, title, lastDay, zone }) => ({
            ...{ id, instansi, title, lastDay, zone },
          })),
        });
      },
    }),
    route({
      method: "GET",
      path: "/api/session/campaigns/captcha",
      summary: "A captcha, to be answered by its text or by work",
      access: anyone,
      answers: { 200: captchaChallenge },
      handle: async ({ request: { network } }) =>
        ok(await issueCaptcha(api, { purpose: "campaign", network })),
    }),
    route({
      method: "POST",
      path: "/api/session/campaigns/forms",
      summary: "«SIMPAN DATA»: has a code mailed to the typed address; alike for every number",
      evenTime: "always",
      access: anyone,
      body: sentForm,
      answers: { 201: sentFormAnswer },
      handle: async ({ body, request }) => {
        const form = await sendForm(api, { ...body, network: request.network });
        request.note({ outcome: "campaign-form-sent" });
        return created({ form });
      },
    }),
    route({
      method: "POST",
      path: "/api/session/campaigns/forms/confirm",
      summary: "Takes the mailed code; from then on the form counts, alike for every number",
      evenTime: "always",
      access: anyone,
      body: confirmedForm,
      answers: { 204: "nothing" },
      handle: async ({ body: { form: secret, code }, request }) => {
        await confirmForm(api, { secret, code });
        request.note({ outcome: "campaign-form-confirmed" });
        return noContent();
      },
    }),
  ];
}
