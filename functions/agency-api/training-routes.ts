import * as z from "zod";
import { isReadOnly } from "#shared/access/principal.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";
import { type ActOnPlace, actOnPlace, openOffer } from "#shared/training/act-on-place.ts";
import type { CallPeople } from "#shared/training/call-letters.ts";
import {
  addOffer,
  type ChangeOffer,
  callOff,
  changeOffer,
  type Offered,
} from "#shared/training/change-offer.ts";
import type { JoinTraining } from "#shared/training/join-training.ts";
import { listOffers, tellOffer } from "#shared/training/tell-trainings.ts";
import {
  newOfferRequest,
  offerAnswer,
  offerChangeRequest,
  offeredAnswer,
  offersAnswer,
  placeActRequest,
} from "#shared/training/training-answers.ts";
import { offerId } from "#shared/training/training-offer.ts";
import type { WritableTrainings } from "#shared/training/trainings.ts";

export interface TrainingApi
  extends AskRole,
    ActOnPlace,
    ChangeOffer,
    Pick<CallPeople, "letters">,
    Pick<JoinTraining, "ledgers"> {
  readonly trainings: WritableTrainings;
  readonly employees: AskRole["employees"] & Pick<Employees, "findAll">;
}

/** What the own agency offers, and who comes (decision 0112). */
export function trainingRoutes(api: TrainingApi) {
  return [...readingRoutes(api), ...changingRoutes(api)];
}

const params = z.strictObject({ id: offerId });

function readingRoutes(api: TrainingApi) {
  const access = roleHolder(api, "petugas", "penyetuju");
  return [
    route({
      method: "GET",
      path: "/api/officer/agency/trainings",
      summary: "What the own agency offers and offered, the last one first",
      access,
      answers: { 200: offersAnswer },
      handle: async ({ principal: by }) =>
        ok({
          items: await listOffers(api, by),
          ...(isReadOnly(by) && { readOnly: true as const }),
        }),
    }),
    route({
      method: "GET",
      path: "/api/officer/agency/trainings/{id}",
      summary: "One training with all who joined, in their order",
      access,
      params,
      answers: { 200: offerAnswer },
      handle: async ({ principal: by, params: { id } }) => {
        const opened = await openOffer(api, { instansiId: wholeAgencyOf(by), id });
        const told = await tellOffer(api, opened);
        return ok({ ...told, ...(isReadOnly(by) && { readOnly: true as const }) });
      },
    }),
  ];
}

/** Long: a table, one entry for each route. */
function changingRoutes(api: TrainingApi) {
  const access = roleHolder(api, "petugas");
  return [
    route({
      method: "POST",
      path: "/api/officer/agency/trainings",
      summary: "Offers a training or keeps its draft, or tells all that is wrong with it",
      access,
      body: newOfferRequest,
      answers: { 200: offeredAnswer },
      handle: async ({ principal: by, body }) => {
        const offered = await addOffer(api, { ...body, by });
        if (offered.ok) logger.info("training.offered", { offerId: offered.offer.id });
        return ok(told(offered));
      },
    }),
    route({
      method: "PATCH",
      path: "/api/officer/agency/trainings/{id}",
      summary:
        "Changes a training or publishes its draft, or without details calls it off; 409 record-changed",
      access,
      params,
      body: offerChangeRequest,
      answers: { 200: offeredAnswer },
      handle: async ({ principal: by, params: { id }, body: { details, ...said } }) => {
        if (!details) return ok({ offer: await callOff(api, { ...said, by, id }) });
        return ok(told(await changeOffer(api, { ...said, by, id, details })));
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/agency/trainings/{id}/places",
      summary: "Notes what the superior of somebody said, or takes somebody out; 403 own-record",
      access,
      params,
      body: placeActRequest,
      answers: { 200: offerAnswer },
      handle: async ({ principal: by, params: { id }, body }) => {
        const opened = await actOnPlace(api, { ...body, by, id });
        logger.info("training.place", { offerId: id, act: body.act });
        return ok(await tellOffer(api, opened));
      },
    }),
  ];
}

function told(offered: Offered) {
  return offered.ok ? { offer: offered.offer } : { findings: offered.findings };
}
