import * as z from "zod";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";
import {
  type ActOnPlace,
  actOnOwnPlace,
  joinTraining,
  judgeOffer,
} from "#shared/training/act-on-place.ts";
import { offersFor, ownPlaces, tellOwnTraining } from "#shared/training/tell-trainings.ts";
import {
  ownActRequest,
  ownOffersAnswer,
  ownPlacesAnswer,
  ownTrainingAnswer,
} from "#shared/training/training-answers.ts";
import { offerId } from "#shared/training/training-offer.ts";
import type { Trainings } from "#shared/training/trainings.ts";

export interface TrainingApi extends AskSession, ActOnPlace {
  readonly trainings: Trainings;
}

/** What the agency of whoever is signed in offers, and the own places (decision 0112). Long: a table, one entry for each route. */
export function trainingRoutes(api: TrainingApi) {
  const access = holder(api);
  const params = z.strictObject({ id: offerId });
  return [
    route({
      method: "GET",
      path: "/api/me/trainings",
      summary: "Trainings that are offered to the holder's agency, the next one first",
      access,
      answers: { 200: ownOffersAnswer },
      handle: async ({ principal: { employee } }) => ok({ items: await offersFor(api, employee) }),
    }),
    route({
      method: "GET",
      path: "/api/me/training-places",
      summary: "The holder's own places in trainings, the last one first",
      access,
      answers: { 200: ownPlacesAnswer },
      handle: async ({ principal: { employee } }) => ok({ items: await ownPlaces(api, employee) }),
    }),
    route({
      method: "GET",
      path: "/api/me/trainings/{id}",
      summary: "One training: seats, the own place, and what stands in the way of registering",
      access,
      params,
      answers: { 200: ownTrainingAnswer },
      handle: async ({ principal: { employee }, params: { id } }) =>
        ok(tellOwnTraining(await judgeOffer(api, { person: employee, id }), employee)),
    }),
    route({
      method: "POST",
      path: "/api/me/trainings/{id}/place",
      summary: "Registers the holder, or answers or gives up the own place; 409 training-full",
      access,
      params,
      body: ownActRequest,
      answers: { 200: ownTrainingAnswer },
      handle: async ({ principal: { employee }, params: { id }, body: { act, reason } }) => {
        const asked = { person: employee, id };
        const opened =
          act === "join"
            ? await joinTraining(api, asked)
            : await actOnOwnPlace(api, { ...asked, act, reason });
        logger.info("training.own-place", { offerId: id, act });
        return ok(tellOwnTraining(opened, employee));
      },
    }),
  ];
}
