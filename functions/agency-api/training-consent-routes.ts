import * as z from "zod";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";
import { consentRequest, consentsAnswer } from "#shared/training/training-answers.ts";
import {
  answerConsent,
  type Consents,
  waitingConsents,
} from "#shared/training/training-consents.ts";
import { offerId } from "#shared/training/training-offer.ts";

export interface TrainingConsentApi extends AskSession, Consents {
  readonly employees: AskSession["employees"] & Consents["employees"];
}

/** Whoever acts in the superior's post consents, with a role or without. */
export function trainingConsentRoutes(api: TrainingConsentApi) {
  const access = holder(api);
  const path = "/api/officer/agency/training-consents";
  const answers = { 200: consentsAnswer };
  return [
    route({
      method: "GET",
      path,
      summary: "Those whose places in trainings wait for the consent of who asks",
      access,
      answers,
      handle: async ({ principal: { employee } }) => ok(await waitingConsents(api, employee)),
    }),
    route({
      method: "POST",
      path: `${path}/{id}`,
      summary:
        "Consents to somebody's place in a training, or refuses it with a reason; 409 record-changed",
      access,
      params: z.strictObject({ id: offerId }),
      body: consentRequest,
      answers,
      handle: async ({ principal: { employee }, params: { id }, body }) => {
        await answerConsent(api, { ...body, reader: employee, id });
        logger.info("training.consent", { offerId: id, act: body.act });
        return ok(await waitingConsents(api, employee));
      },
    }),
  ];
}
