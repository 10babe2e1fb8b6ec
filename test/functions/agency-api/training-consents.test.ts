/** The direct superior consents to places in trainings, with a role or without. */
import { beforeEach, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { logger } from "#shared/runtime/logger.ts";
import { actOnPlace } from "#shared/training/act-on-place.ts";
import { joinTraining } from "#shared/training/join-training.ts";
import { consentsAnswer } from "#shared/training/training-answers.ts";
import { placeOf, registerAt } from "#shared/training/training-register.ts";
import { trainingConsentRoutes } from "../../../functions/agency-api/training-consent-routes.ts";
import { callApi, handlerOptions } from "../../support/call-api.ts";
import { aRule, lineOfRule } from "../../support/decider-rule-table-contract.ts";
import { DeciderRulesInMemory } from "../../support/decider-rules-in-memory.ts";
import { aStoredLeave } from "../../support/leave-ledger-contract.ts";
import { LeaveLedgersInMemory } from "../../support/leave-ledgers-in-memory.ts";
import { aPost, lineOfPost } from "../../support/post-table-contract.ts";
import { PostsInMemory } from "../../support/posts-in-memory.ts";
import { signIn } from "../../support/signed-in.ts";
import { anOffer, limitsLine } from "../../support/training.ts";
import { TrainingResultsInMemory } from "../../support/training-results-in-memory.ts";
import { lineOfOffer } from "../../support/training-table-contract.ts";
import { TrainingsInMemory } from "../../support/trainings-in-memory.ts";
import { UnitsInMemory } from "../../support/units-in-memory.ts";
import { elsewhere, ofUnit, operator, penyetuju, petugas, setUp } from "./agency-api-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const at = "/api/officer/agency/training-consents";
const id = "trn_arsip";

/** Wayan is the superior of all, Oka Wayan's own; Putu and a person of a unit have joined. */
async function world() {
  const { call: _, ...tables } = await setUp();
  const api = {
    ...{ ...tables, trainings: new TrainingsInMemory(), results: new TrainingResultsInMemory() },
    ...{ ledgers: new LeaveLedgersInMemory(), units: new UnitsInMemory() },
    ...{ posts: new PostsInMemory(), rules: new DeciderRulesInMemory() },
  };
  const head = aPost({ id: "pst_head", title: "Kepala", holder: operator.id });
  const section = aPost({ id: "pst_1", holder: penyetuju.id, above: "pst_head" });
  for (const post of [head, section]) await api.posts.save(post, undefined, lineOfPost(post));
  const rule = aRule({ target: "agency", superior: "pst_1" });
  await api.rules.save(rule, lineOfRule(rule));
  const offer = anOffer({ quota: 1 });
  await api.trainings.save(offer, lineOfOffer(offer), limitsLine(offer));
  for (const person of [petugas, ofUnit, penyetuju]) await joinTraining(api, { person, id });
  const handler = apiHandler(trainingConsentRoutes(api), handlerOptions);
  const send = async (by: Employee, body?: object) =>
    callApi(handler, {
      ...(body ? { method: "POST" as const, path: `${at}/${id}`, body } : { path: at }),
      ...(await signIn(tables, by)),
    });
  const asked = async (by: Employee) => consentsAnswer.parse((await send(by)).body).items;
  const place = async (person: Employee) =>
    placeOf(registerAt(await api.trainings.register(id), api.clock.now()), person.id);
  return { api, send, asked, place };
}

test("whoever acts in the superior's post sees who waits, with what meets the training; the own place goes to the post above", async () => {
  const { api, asked } = await world();
  const before = await api.ledgers.find(petugas.id);
  const leaves = [
    { ...aStoredLeave, from: "2027-03-12", to: "2027-03-20" },
    { ...aStoredLeave, from: "2027-04-01", to: "2027-04-02" },
  ];
  await api.ledgers.save(before, { movements: [], leaves }, undefined);

  expect(await asked(penyetuju)).toMatchObject([
    {
      offer: { id },
      people: [
        {
          person: { id: petugas.id, name: "Siti Rahma, S.Kom." },
          ...{ state: "seated", away: [{ from: "2027-03-12", until: "2027-03-20" }] },
        },
        { person: { id: ofUnit.id }, state: "waiting", number: 1, away: [] },
      ],
    },
  ]);
  expect(await asked(operator)).toMatchObject([{ people: [{ person: { id: penyetuju.id } }] }]);
  for (const other of [petugas, ofUnit, elsewhere]) expect(await asked(other)).toEqual([]);
});

test("a consent makes the seat certain, a refusal frees it for the next one, and both say who gave them", async () => {
  const { api, send, asked, place } = await world();
  const refused = await send(penyetuju, { person: petugas.id, act: "refuse", reason: "Audit" });
  const consented = await send(penyetuju, { person: ofUnit.id, act: "consent" });

  expect([refused.status, consented.status]).toEqual([200, 200]);
  expect(await place(petugas)).toMatchObject({ state: "out", why: "refused", reason: "Audit" });
  expect(await place(ofUnit)).toMatchObject({ state: "offered", consented: true });
  expect(await asked(penyetuju)).toEqual([]);
  const lines = (await api.trainings.register(id)).slice(-2);
  expect(lines).toMatchObject([{ by: penyetuju.id }, { by: penyetuju.id }]);
});

test("nobody consents for others than their own people, without a reason where one is needed, or twice", async () => {
  const { api, send } = await world();
  const consent = (person: Employee) => ({ person: person.id, act: "consent" });
  expect((await send(penyetuju, consent(penyetuju))).status).toBe(404);
  expect((await send(petugas, consent(ofUnit))).status).toBe(404);
  expect((await send(elsewhere, consent(ofUnit))).status).toBe(404);
  expect((await send(penyetuju, consent(elsewhere))).status).toBe(404);
  expect((await send(penyetuju, { person: ofUnit.id, act: "refuse" })).status).toBe(422);

  const by = { employeeId: petugas.id, instansiId: "ins_contoh", units: undefined } as const;
  await actOnPlace(api, { by, id, person: ofUnit.id, act: "consent" });
  expect((await send(penyetuju, consent(ofUnit))).status).toBe(200);
  const late = await send(penyetuju, { person: ofUnit.id, act: "refuse", reason: "Audit" });
  expect(late.body).toMatchObject({ code: "record-changed" });
});
