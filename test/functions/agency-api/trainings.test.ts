/** A training from its offer to a list of who comes, over both APIs. */
import { beforeEach, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { logger } from "#shared/runtime/logger.ts";
import {
  offerAnswer,
  offeredAnswer,
  offersAnswer,
  ownOffersAnswer,
  ownPlacesAnswer,
  ownTrainingAnswer,
} from "#shared/training/training-answers.ts";
import { trainingRoutes as officerRoutes } from "../../../functions/agency-api/training-routes.ts";
import { trainingRoutes as holderRoutes } from "../../../functions/holder-api/training-routes.ts";
import { callApi, handlerOptions, hmacKey, siteUrl } from "../../support/call-api.ts";
import { DocumentsInMemory } from "../../support/documents-in-memory.ts";
import { LeaveLedgersInMemory } from "../../support/leave-ledgers-in-memory.ts";
import { LettersInMemory } from "../../support/letters-in-memory.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { signIn } from "../../support/signed-in.ts";
import { anOffer } from "../../support/training.ts";
import { TrainingResultsInMemory } from "../../support/training-results-in-memory.ts";
import { TrainingsInMemory } from "../../support/trainings-in-memory.ts";
import { elsewhere, ofUnit, penyetuju, petugas, setUp } from "./agency-api-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const at = "/api/officer/agency/trainings";
const { id: _, instansiId: __, state: ___, revision: ____, ...details } = anOffer({ quota: 1 });

async function world() {
  const { call: _, ...tables } = await setUp();
  const api = {
    ...{ ...tables, trainings: new TrainingsInMemory(), results: new TrainingResultsInMemory() },
    letters: new LettersInMemory(),
    ledgers: new LeaveLedgersInMemory(),
    ...{ documents: new DocumentsInMemory(), limits: new LimitsInMemory(), hmacKey, siteUrl },
    drawDocument: async () => Buffer.from("a certificate"),
  };
  const handler = apiHandler([...officerRoutes(api), ...holderRoutes(api)], handlerOptions);
  const call = async (
    by: Employee,
    method: "GET" | "POST" | "PATCH",
    path: string,
    body?: object,
  ) => callApi(handler, { method, path, ...(body && { body }), ...(await signIn(tables, by)) });
  const offered = await call(petugas, "POST", at, { details });
  const told = offeredAnswer.parse(offered.body);
  if (!("offer" in told)) throw new Error(JSON.stringify(told));
  const { id } = told.offer;
  const act = async (by: Employee, body: object) =>
    ownTrainingAnswer.parse((await call(by, "POST", `/api/me/trainings/${id}/place`, body)).body);
  return { ...api, call, act, id, own: `/api/me/trainings/${id}`, offer: `${at}/${id}` };
}

test("a training is offered, joined, consented to and listed, and the next one waits", async () => {
  const { call, act, id, offer, own } = await world();
  const offers = await call(ofUnit, "GET", "/api/me/trainings");
  expect(ownOffersAnswer.parse(offers.body).items.map((each) => each.id)).toEqual([id]);

  expect((await act(ofUnit, { act: "join" })).place).toMatchObject({ state: "seated" });
  expect((await act(penyetuju, { act: "join" })).place).toMatchObject({
    ...{ state: "waiting", number: 1 },
  });
  const consent = { person: ofUnit.id, act: "consent" };
  const noted = offerAnswer.parse((await call(petugas, "POST", `${offer}/places`, consent)).body);

  expect(noted).toMatchObject({ free: 0, isCut: false });
  expect(noted.places).toMatchObject([
    { person: { id: ofUnit.id, name: "Siti Rahma, S.Kom." }, state: "seated", consented: true },
    { person: { id: penyetuju.id }, state: "waiting", number: 1, consented: false },
  ]);
  const places = await call(ofUnit, "GET", "/api/me/training-places");
  expect(ownPlacesAnswer.parse(places.body).items).toMatchObject([{ place: { consented: true } }]);
  expect(ownTrainingAnswer.parse((await call(petugas, "GET", own)).body)).toMatchObject({
    ...{ free: 0, waiting: 1, findings: [{ code: "full", stops: "nothing" }] },
  });
});

test("a seat that is given up is offered to the next one, who takes it", async () => {
  const { act } = await world();
  await act(ofUnit, { act: "join" });
  await act(penyetuju, { act: "join" });
  await act(ofUnit, { act: "cancel", reason: "Tugas lain" });

  expect((await act(penyetuju, { act: "accept" })).place).toMatchObject({ state: "seated" });
});

test("who may not come is told why", async () => {
  const { act } = await world();
  await act(ofUnit, { act: "join" });
  const again = await act(ofUnit, { act: "join" });

  expect(again.findings).toMatchObject([{ code: "registered-already", stops: "registration" }]);
});

test("all that is wrong with an offer is told; a change names the revision it was made of", async () => {
  const { call, offer } = await world();
  const wrong = await call(petugas, "POST", at, {
    details: { ...details, closesOn: "2027-03-12" },
  });
  expect(offeredAnswer.parse(wrong.body)).toMatchObject({
    findings: [{ field: "closesOn", code: "closes-after-start" }],
  });
  const change = { revision: 1, reason: "Ruang lain" };
  const moved = await call(petugas, "PATCH", offer, {
    ...change,
    details: { ...details, place: "Hotel Contoh" },
  });
  expect(moved.body).toMatchObject({ offer: { place: "Hotel Contoh", revision: 2 } });
  expect((await call(petugas, "PATCH", offer, change)).status).toBe(409);
  const off = await call(petugas, "PATCH", offer, { ...change, revision: 2 });
  expect(off.body).toMatchObject({ offer: { state: "called-off" } });
});

test("a penyetuju reads; another agency, a role for units and oneself change nothing", async () => {
  const { call, act, offer, own } = await world();
  await act(petugas, { act: "join" });
  const listed = offersAnswer.parse((await call(penyetuju, "GET", at)).body);
  expect([listed.items.length, listed.readOnly]).toEqual([1, true]);
  const consent = { person: petugas.id, act: "consent" };

  expect((await call(petugas, "POST", `${offer}/places`, consent)).status).toBe(403);
  expect((await call(penyetuju, "POST", `${offer}/places`, consent)).status).toBe(403);
  expect((await call(ofUnit, "POST", `${offer}/places`, consent)).status).toBe(404);
  expect((await call(ofUnit, "POST", at, { details })).status).toBe(404);
  expect((await call(elsewhere, "GET", offer)).status).toBe(404);
  expect((await call(elsewhere, "GET", own)).status).toBe(404);
});
