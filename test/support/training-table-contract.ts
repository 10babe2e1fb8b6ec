import { expect, test } from "vitest";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { TrainingOffer } from "#shared/training/training-offer.ts";
import { placeOf, registerAt } from "#shared/training/training-register.ts";
import type { WritableTrainings } from "#shared/training/trainings.ts";
import { anOffer, joinLine, learner, limitsLine } from "./training.ts";

const at = "2027-02-02T02:00:00.000Z";

export function lineOfOffer({ id, revision }: TrainingOffer): AuditEntry {
  return {
    ...{ subjectId: `training#${id}`, revision, at, changes: [] },
    actor: { role: "officer", id: "emp_budi" },
    action: revision === 1 ? "registered" : "changed",
  };
}

/** What every table of trainings does, the fake and the real one. `make` gives an empty table each time. */
export function trainingTableContract(make: () => Promise<WritableTrainings>): void {
  const open = async (trainings: WritableTrainings, offer = anOffer()) => {
    await trainings.save(offer, lineOfOffer(offer), limitsLine(offer));
    return offer;
  };

  test("an offer is found as it was saved, in its agency alone, and one that was changed is not saved over", async () => {
    const trainings = await make();
    const first = await open(trainings);
    const second = { ...first, revision: 2, place: "Hotel Contoh" };
    await trainings.save(second, lineOfOffer(second));

    expect(await trainings.find("ins_contoh", first.id)).toEqual(second);
    expect(await trainings.find("ins_lain", first.id)).toBeUndefined();
    for (const late of [first, second])
      await expect(trainings.save(late, lineOfOffer(late))).rejects.toMatchObject({
        code: "record-changed",
      });
    // Where the limits stay, the register is told nothing.
    expect(await trainings.register(first.id)).toEqual([limitsLine(first)]);
  });

  test("an agency's offers are listed, and none of another one", async () => {
    const trainings = await make();
    const [one, other] = [anOffer({ id: "trn_a" }), anOffer({ id: "trn_b" })];
    const strange = anOffer({ id: "trn_c", instansiId: "ins_lain" });
    for (const each of [one, other, strange]) await open(trainings, each);

    const listed = await trainings.list("ins_contoh");
    expect(listed.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([one, other]);
    expect(await trainings.list("ins_mana")).toEqual([]);
  });

  test("lines stand in the order in which they were written, and who writes one reads all", async () => {
    const trainings = await make();
    const offer = await open(trainings);
    const consent = { act: "consent", at, person: learner(1), reason: "Ya" } as const;
    await trainings.append(offer.id, joinLine(1, at));
    const all = await trainings.append(offer.id, consent);

    expect(all).toEqual([limitsLine(offer), joinLine(1, at), consent]);
    expect(await trainings.register(offer.id)).toEqual(all);
  });

  test("several are read at once, and none that is not there", async () => {
    const trainings = await make();
    const one = await open(trainings);
    const other = await open(trainings, anOffer({ id: "trn_b", instansiId: "ins_lain" }));
    await trainings.append(other.id, joinLine(1, at));
    const wanted = [
      one,
      other,
      { ...one, instansiId: "ins_lain" },
      { ...one, id: "trn_c" } as const,
    ];
    const found = await trainings.findAll(
      wanted.map(({ instansiId, id }) => ({ instansiId, offer: id })),
    );

    expect(found.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([one, other]);
    expect(await trainings.registers([one.id, other.id, "trn_c"])).toEqual(
      new Map([
        [one.id, [limitsLine(one)]],
        [other.id, [limitsLine(other), joinLine(1, at)]],
      ]),
    );
    expect([await trainings.findAll([]), (await trainings.registers([])).size]).toEqual([[], 0]);
  });

  test("a draft has no register, and nobody joins it", async () => {
    const trainings = await make();
    const draft = anOffer({ state: "draft" });
    await trainings.save(draft, lineOfOffer(draft));

    expect(await trainings.register(draft.id)).toEqual([]);
    await expect(trainings.append(draft.id, joinLine(1, at))).rejects.toMatchObject({
      status: 404,
    });
  });

  test("two hundred at once for the last ten seats: ten are in, and the others wait in the order of the register", async () => {
    const trainings = await make();
    const offer = await open(trainings);
    await seatTwoHundred(trainings, offer);
  }, 60_000);

  test("what somebody joined is known of that person, once", async () => {
    const trainings = await make();
    const joined = { offer: "trn_a", instansiId: "ins_contoh" } as const;
    for (const each of [joined, joined]) await trainings.noteJoin("emp_siti", each);

    expect(await trainings.joinedBy("emp_siti")).toEqual([joined]);
    expect(await trainings.joinedBy("emp_ani")).toEqual([]);
  });
}

/** Registers two hundred at once, some of them twice, and holds what everybody is told to what the register says. */
export async function seatTwoHundred(trainings: WritableTrainings, offer: TrainingOffer) {
  const people = Array.from({ length: 200 }, (_, n) => n);
  // Every tenth request comes again, as the SDK repeats one whose answer was lost.
  const asked = people.flatMap((n) => (n % 10 === 0 ? [n, n] : [n]));
  const told = await Promise.all(
    asked.map(async (n) => {
      const written = await trainings.append(offer.id, joinLine(n, at));
      // What one is told at once is what stays; of every tenth, because a fold of two hundred takes its time.
      if (n % 10 !== 0) return undefined;
      return placeOf(registerAt(written, new Date(at)), learner(n))?.state;
    }),
  );
  const lines = await trainings.register(offer.id);
  const { places } = registerAt(lines, new Date(at));
  const order = lines.flatMap((line) => (line.act === "join" ? [line.person] : []));

  expect(places.map(({ person }) => person)).toEqual([...new Set(order)]);
  expect(new Set(order).size).toBe(people.length);
  expect(places.map(({ state }) => state)).toEqual(
    people.map((_, at) => (at < offer.quota ? "seated" : "waiting")),
  );
  const states = new Map(places.map(({ person, state }) => [person, state]));
  expect(told).toEqual(asked.map((n) => (n % 10 === 0 ? states.get(learner(n)) : undefined)));
}
