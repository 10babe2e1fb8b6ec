import * as z from "zod";
import type { Employee } from "#shared/employee/employee.ts";
import { image, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";
import { actOnOwnPlace, type OpenedOffer } from "#shared/training/act-on-place.ts";
import { type DrawCertificate, drawOwnCertificate } from "#shared/training/draw-certificate.ts";
import {
  type JoinTraining,
  type JudgedOffer,
  joinTraining,
  judgeOffer,
} from "#shared/training/join-training.ts";
import { learningAnswer } from "#shared/training/result-answers.ts";
import { tellLearning, toldCertificate } from "#shared/training/tell-results.ts";
import { offersFor, ownPlaces, tellOwnTraining } from "#shared/training/tell-trainings.ts";
import {
  ownActRequest,
  ownOffersAnswer,
  ownPlacesAnswer,
  ownTrainingAnswer,
} from "#shared/training/training-answers.ts";
import { offerId } from "#shared/training/training-offer.ts";
import type { TrainingResults } from "#shared/training/training-results.ts";
import type { Trainings } from "#shared/training/trainings.ts";

export interface TrainingApi extends AskSession, JoinTraining, DrawCertificate {
  readonly trainings: Trainings;
  readonly results: Pick<TrainingResults, "result" | "learnt">;
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
        ok(await tellWhole(api, await judgeOffer(api, { person: employee, id }), employee)),
    }),
    route({
      method: "GET",
      path: "/api/me/trainings/{id}/certificate",
      summary: "The own certificate of a training as a PDF with a QR; 409 document-revoked",
      access,
      params,
      answers: { 200: "application/pdf" },
      handle: async ({ principal: { employee }, params: { id } }) => {
        const { name, bytes } = await drawOwnCertificate(api, { person: employee, id });
        return image("application/pdf", bytes, {
          "content-disposition": `attachment; filename="${name}"`,
          "cache-control": "private, no-store",
        });
      },
    }),
    route({
      method: "GET",
      path: "/api/me/learning",
      summary: "The own JP of each year against its target, the last year first",
      access,
      answers: { 200: learningAnswer },
      handle: async ({ principal: { employee } }) => ok(await tellLearning(api, employee)),
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
        return ok(await tellWhole(api, opened, employee));
      },
    }),
  ];
}

async function tellWhole(
  api: TrainingApi,
  opened: OpenedOffer & Partial<JudgedOffer>,
  person: Employee,
) {
  const told = tellOwnTraining(opened, person, api.clock.now());
  // Who has no place has no result.
  const result = told.place && (await api.results.result(opened.offer.id, person.id));
  const certificate = result?.certificate;
  return { ...told, ...(certificate && { certificate: toldCertificate(certificate) }) };
}
