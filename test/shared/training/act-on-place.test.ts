import { expect, test } from "vitest";
import { actOnOwnPlace, actOnPlace, openOffer } from "#shared/training/act-on-place.ts";
import { joinTraining, judgeOffer } from "#shared/training/join-training.ts";
import { placeOf } from "#shared/training/training-register.ts";
import { anEmployee } from "../../support/builders.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aStoredLeave } from "../../support/leave-ledger-contract.ts";
import { LeaveLedgersInMemory } from "../../support/leave-ledgers-in-memory.ts";
import { anOffer, limitsLine } from "../../support/training.ts";
import {
  aCertificateChange,
  aResult,
  lineOfResult,
} from "../../support/training-result-table-contract.ts";
import { TrainingResultsInMemory } from "../../support/training-results-in-memory.ts";
import { lineOfOffer } from "../../support/training-table-contract.ts";
import { TrainingsInMemory } from "../../support/trainings-in-memory.ts";

const by = { employeeId: "emp_budi", instansiId: "ins_contoh", units: undefined } as const;
const [siti, ani] = [anEmployee(), anEmployee({ id: "emp_ani" })];
const id = "trn_arsip";

async function world(...offers: readonly Parameters<typeof anOffer>[0][]) {
  const trainings = new TrainingsInMemory();
  for (const each of offers.length === 0 ? [{}] : offers) {
    const offer = anOffer(each);
    await trainings.save(offer, lineOfOffer(offer), limitsLine(offer));
  }
  const results = new TrainingResultsInMemory();
  const ledgers = new LeaveLedgersInMemory();
  return { trainings, results, ledgers, clock: new FakeClock("2027-02-02T00:00:00Z") };
}

test("who registers has a seat until the superior answers, and an officer writes down the answer", async () => {
  const api = await world();
  const joined = await joinTraining(api, { person: siti, id });
  const consented = await actOnPlace(api, { by, id, person: siti.id, act: "consent" });

  expect(joined.findings).toEqual([]);
  expect(placeOf(joined.register, siti.id)).toMatchObject({ state: "seated", consented: false });
  expect(placeOf(consented.register, siti.id)).toMatchObject({ consented: true });
  expect(await api.trainings.joinedBy(siti.id)).toEqual([{ instansiId: "ins_contoh", offer: id }]);
});

test("who may not come is told why, and nothing is written", async () => {
  const api = await world();
  const person = anEmployee({ kedudukanHukum: "02" });
  const { findings } = await joinTraining(api, { person, id });

  expect(findings).toMatchObject([{ code: "on-cltn" }]);
  expect(await api.trainings.register(id)).toHaveLength(1);
  expect(await api.trainings.joinedBy(person.id)).toEqual([]);
  const again = await joinTraining(api, { person: siti, id });
  expect(again.findings).toEqual([]);
  expect((await judgeOffer(api, { person: siti, id })).findings).toMatchObject([
    { code: "registered-already" },
  ]);
});

test("a place in another training of the same days stands in the way until it is given up", async () => {
  const other = { id: "trn_lain", programme: { name: "Seminar" } } as const;
  const api = await world({}, other);
  await joinTraining(api, { person: siti, id: "trn_lain" });
  const met = await joinTraining(api, { person: siti, id });
  await actOnOwnPlace(api, { person: siti, id: "trn_lain", act: "cancel", reason: "Bentrok" });
  const free = await joinTraining(api, { person: siti, id });

  expect(met.findings).toMatchObject([{ code: "other-training", measured: "Seminar" }]);
  expect(placeOf(free.register, siti.id)).toMatchObject({ state: "seated" });
});

test("a seat that is given up is offered to the next one, who takes it", async () => {
  const api = await world({ quota: 1 });
  for (const person of [siti, ani]) await joinTraining(api, { person, id });
  for (const person of [siti.id, ani.id]) await actOnPlace(api, { by, id, person, act: "consent" });
  await actOnOwnPlace(api, { person: siti, id, act: "cancel", reason: "Sakit" });
  const { register } = await actOnOwnPlace(api, { person: ani, id, act: "accept" });

  expect(placeOf(register, ani.id)).toMatchObject({ state: "seated", consented: true });
  expect(placeOf(register, siti.id)).toMatchObject({ state: "out", reason: "Sakit" });
});

test("who gives up a place or refuses says why; an officer does nothing about the own one", async () => {
  const api = await world();
  await joinTraining(api, { person: siti, id });
  const silent = actOnOwnPlace(api, { person: siti, id, act: "cancel" });
  const refusal = actOnPlace(api, { by, id, person: siti.id, act: "refuse", reason: " " });
  const own = actOnPlace(api, {
    by: { ...by, employeeId: siti.id },
    id,
    person: siti.id,
    act: "consent",
  });

  for (const each of [silent, refusal]) await expect(each).rejects.toMatchObject({ status: 422 });
  await expect(own).rejects.toMatchObject({ code: "own-record" });
});

test("who has no place, an agency without the training and a role for units find nothing", async () => {
  const api = await world();
  const acts = [
    actOnOwnPlace(api, { person: siti, id, act: "accept" }),
    actOnPlace(api, { by, id, person: siti.id, act: "consent" }),
    actOnPlace(api, { by: { ...by, units: ["X"] }, id, person: siti.id, act: "consent" }),
    openOffer(api, { instansiId: "ins_lain", id }),
    judgeOffer(api, { person: anEmployee({ instansiId: "ins_lain" }), id }),
  ];

  for (const each of acts) await expect(each).rejects.toMatchObject({ status: 404 });
});

test("who moved to another agency leaves a training of the former one", async () => {
  const api = await world();
  await joinTraining(api, { person: siti, id });
  const moved = anEmployee({ instansiId: "ins_lain" });
  const { register } = await actOnOwnPlace(api, {
    person: moved,
    id,
    act: "cancel",
    reason: "Pindah",
  });

  expect(placeOf(register, siti.id)).toMatchObject({ state: "out" });
});

test("a leave of the same days is told and stops nobody, as are more JP of a PPPK than usual", async () => {
  const api = await world({ programme: { jp: 20 } });
  const person = anEmployee({ kind: "PPPK", golongan: "IX", contractEnd: "2028-12-31" });
  const days = { from: "2027-03-12", to: "2027-03-15" };
  const leaves = [
    { ...aStoredLeave, ...days },
    { ...aStoredLeave, from: "2027-04-01", to: "2027-04-02" },
  ];
  const before = await api.ledgers.find(person.id);
  await api.ledgers.save(before, { movements: [], leaves }, undefined);
  const { learnt } = aCertificateChange({ learner: person.id });
  const year = { ...learnt, endedOn: "2027-01-20", jp: 10 };
  await api.results.saveResult(
    aResult({ person: person.id }),
    lineOfResult("a", 1),
    aCertificateChange({ learner: person.id, learnt: year }),
  );
  const { findings } = await judgeOffer(api, { person, id });

  expect(findings).toEqual([
    { code: "on-leave", limit: "2027-03-12", measured: "tahunan", stops: "nothing" },
    { code: "more-jp-than-usual", limit: 24, measured: 30, stops: "nothing" },
  ]);
  expect((await joinTraining(api, { person, id })).findings).toEqual([]);
});
