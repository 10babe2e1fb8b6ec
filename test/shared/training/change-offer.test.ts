import { expect, test } from "vitest";
import type { Officer } from "#shared/access/scope.ts";
import { addOffer, callOff, changeOffer, type Offered } from "#shared/training/change-offer.ts";
import { joinTraining } from "#shared/training/join-training.ts";
import type { OfferDetails, TrainingOffer } from "#shared/training/training-offer.ts";
import { placeOf, registerAt } from "#shared/training/training-register.ts";
import { anEmployee } from "../../support/builders.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LeaveLedgersInMemory } from "../../support/leave-ledgers-in-memory.ts";
import { anOffer } from "../../support/training.ts";
import { TrainingResultsInMemory } from "../../support/training-results-in-memory.ts";
import { TrainingsInMemory } from "../../support/trainings-in-memory.ts";

const by: Officer = { employeeId: "emp_budi", instansiId: "ins_contoh", units: undefined };

function detailsOf(change: Parameters<typeof anOffer>[0] = {}): OfferDetails {
  const { id: _, instansiId: __, state: ___, revision: ____, ...details } = anOffer(change);
  return details;
}

function world() {
  const clock = new FakeClock("2027-02-01T00:00:00Z");
  const results = new TrainingResultsInMemory();
  return {
    trainings: new TrainingsInMemory(),
    results,
    ledgers: new LeaveLedgersInMemory(),
    clock,
  };
}

function offered(result: Offered): TrainingOffer {
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.offer;
}

test("an offer opens its register, and the history says who made it", async () => {
  const api = world();
  const offer = offered(await addOffer(api, { by, details: detailsOf({ quota: 7 }) }));

  expect(await api.trainings.list("ins_contoh")).toEqual([offer]);
  expect(await api.trainings.register(offer.id)).toMatchObject([{ act: "limits", quota: 7 }]);
  expect(api.trainings.history).toMatchObject([
    { subjectId: `training#${offer.id}`, revision: 1, actor: { id: "emp_budi" } },
  ]);
});

test("all that is wrong is told at once, and nothing is kept", async () => {
  const api = world();
  const details = detailsOf({ until: "2027-03-09", closesOn: "2027-01-31" });
  const result = await addOffer(api, { by, details });

  expect(result).toMatchObject({ ok: false });
  expect(result.ok ? [] : result.findings.map(({ code }) => code)).toContain("closes-in-past");
  expect(await api.trainings.list("ins_contoh")).toEqual([]);
});

test("who reaches only units of the agency offers nothing, and hidden characters are refused", async () => {
  const api = world();
  const ofUnit = { ...by, units: ["Bagian Umum"] };
  const hidden = detailsOf({ place: "Aula\u202e" });

  await expect(addOffer(api, { by: ofUnit, details: detailsOf() })).rejects.toMatchObject({
    status: 404,
  });
  await expect(addOffer(api, { by, details: hidden })).rejects.toMatchObject({ status: 422 });
});

test("a change tells the register of other limits, and nothing where they stay", async () => {
  const api = world();
  const { id } = offered(await addOffer(api, { by, details: detailsOf() }));
  const change = { by, id, reason: "Ruang lebih besar" };
  await changeOffer(api, { ...change, revision: 1, details: detailsOf({ place: "Hotel" }) });
  expect(await api.trainings.register(id)).toHaveLength(1);
  await changeOffer(api, { ...change, revision: 2, details: detailsOf({ quota: 30 }) });

  expect(await api.trainings.register(id)).toMatchObject([{ quota: 10 }, { quota: 30 }]);
  expect(api.trainings.history.at(-1)).toMatchObject({ revision: 3, reason: change.reason });
  await expect(
    changeOffer(api, { ...change, revision: 2, details: detailsOf() }),
  ).rejects.toMatchObject({ code: "record-changed" });
  await expect(
    changeOffer(api, { ...change, id: "trn_none", revision: 1, details: detailsOf() }),
  ).rejects.toMatchObject({ status: 404 });
});

test("after its last day of registration the place of a training can still be mended", async () => {
  const api = world();
  const { id } = offered(await addOffer(api, { by, details: detailsOf() }));
  api.clock.advance({ days: 35 });
  const change = { by, id, revision: 1, reason: "Listrik padam" };

  const moved = await changeOffer(api, { ...change, details: detailsOf({ place: "Hotel" }) });
  expect(moved.ok).toBe(true);
});

test("a training that is called off has nobody, and is changed no more", async () => {
  const api = world();
  const { id } = offered(await addOffer(api, { by, details: detailsOf() }));
  await joinTraining(api, { person: anEmployee(), id });
  await callOff(api, { by, id, revision: 1, reason: "Anggaran" });
  const register = registerAt(await api.trainings.register(id), api.clock.now());

  expect(placeOf(register, "emp_siti")).toMatchObject({ why: "called-off", reason: "Anggaran" });
  await expect(callOff(api, { by, id, revision: 2, reason: "Lagi" })).rejects.toMatchObject({
    code: "record-changed",
  });
  await expect(callOff(api, { by, id, revision: 1, reason: " " })).rejects.toMatchObject({});
});

test("a draft is seen by officers alone until it is published, which opens its register", async () => {
  const api = world();
  const draft = offered(await addOffer(api, { by, details: detailsOf(), draft: true }));
  const person = anEmployee({ instansiId: "ins_contoh" });
  expect(draft.state).toBe("draft");
  expect(await api.trainings.register(draft.id)).toEqual([]);
  await expect(joinTraining(api, { person, id: draft.id })).rejects.toThrow("No such training.");

  const said = { by, id: draft.id, reason: "Anggaran disetujui" };
  const changed = offered(
    await changeOffer(api, { ...said, revision: 1, details: detailsOf({ quota: 8 }) }),
  );
  expect([changed.state, await api.trainings.register(draft.id)]).toEqual(["draft", []]);
  const open = offered(
    await changeOffer(api, {
      ...{ ...said, revision: 2, publish: true },
      details: detailsOf({ quota: 8 }),
    }),
  );
  expect(open.state).toBe("open");
  expect(await api.trainings.register(draft.id)).toMatchObject([{ act: "limits", quota: 8 }]);
});

test("a draft that is called off leaves no register", async () => {
  const api = world();
  const draft = offered(await addOffer(api, { by, details: detailsOf(), draft: true }));
  await callOff(api, { by, id: draft.id, revision: 1, reason: "Tidak jadi" });

  expect(await api.trainings.register(draft.id)).toEqual([]);
  expect((await api.trainings.find("ins_contoh", draft.id))?.state).toBe("called-off");
});
