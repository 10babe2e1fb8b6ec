/** A year by moved clock: random decrees in three zones act as a naive model says, day by day and at each midnight (decision 0048). */
import { expect, test } from "vitest";
import { AccountHistory } from "#shared/account/account-history.ts";
import { actDecrees } from "#shared/decree/act-decrees.ts";
import { actsAt, type Decree, decreedRevision, expectedOn, isDue } from "#shared/decree/decree.ts";
import { cardStatus, dayOf, type Employee } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { tellDays } from "#shared/employee/tell-days.ts";
import { saidZone, zones } from "#shared/runtime/zone.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { DecreesInMemory } from "../../support/decrees-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { RolesInMemory } from "../../support/roles-in-memory.ts";
import { writeInMemory } from "../../support/steps-in-memory.ts";

/** Mulberry32: small, and the same on every machine. */
function randomOf(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const golongan = ["III/a", "III/b", "III/c", "III/d"];
/** What the model knows of a person: the fields that decrees change, as plain values. */
type Model = Pick<Employee, "golongan" | "kedudukanHukum" | "contractEnd">;

const valuesOf = (each: Model) => [each.golongan, each.kedudukanHukum, each.contractEnd];

function peopleOf(): Employee[] {
  return Array.from({ length: 24 }, (_, i) => {
    const isPppk = i % 4 === 3;
    const number = String(i + 101);
    return {
      ...anEmployee({
        ...{ id: `emp_${i}`, email: `${i}@contoh.example`, name: `Orang ${i}` },
        nip: aNip(isPppk ? `198502122024211${number}` : `198502122010012${number}`),
        ...(isPppk && { kind: "PPPK", golongan: "IX", kedudukanHukum: "71", tmt: "2024-01-01" }),
        ...(isPppk && { contractEnd: `2027-${String((i % 12) + 1).padStart(2, "0")}-15` }),
      }),
      zone: saidZone(zones[i % 3] ?? "WIB"),
    };
  });
}

/** From an hour before midnight in WIT, 14.00 UTC, to each midnight, to an hour behind WIB's, and to the next evening. */
const hoursOfSteps = [1, 1, 1, 1, 20];

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** What a decree decides of somebody who will be like this. */
function decreedFor(expected: Employee, random: (below: number) => number, tmt: string) {
  if (expected.kind === "PPPK")
    return {
      kind: "extension",
      field: "contractEnd",
      to: dayAfter(tmt, 30 + random(200)),
    } as const;
  if (random(3) === 0) {
    const to = expected.kedudukanHukum === "02" ? "01" : "02";
    return { kind: "position", field: "kedudukanHukum", to } as const;
  }
  const others = golongan.filter((each) => each !== expected.golongan);
  return { kind: "promotion", field: "golongan", to: others[random(3)] ?? "III/a" } as const;
}

test.each([1, 2])("366 days, seed %i", async (seed) => {
  const random = randomOf(seed);
  const people = peopleOf();
  const employees = new EmployeesInMemory(...people);
  const decrees = new DecreesInMemory();
  const clock = new FakeClock("2026-12-31T14:00:00.000Z");
  const accountHistory = new AccountHistory(new HistoryInMemory());
  const job = { employees, decrees, roles: new RolesInMemory(), accountHistory, clock };
  const models = new Map<string, Model>(people.map((each) => [each.id, { ...each }]));
  /** What the model expects: by day of the zone, in order; those whose ground somebody took away never act. */
  const plans: {
    of: Employee;
    field: keyof Model;
    from: string;
    to: string;
    tmt: string;
    isOver: boolean;
  }[] = [];
  let [acted, stuck] = [0, 0];

  for (let step = 0; step < 366 * hoursOfSteps.length; step++) {
    const now = clock.now();
    await plan();
    if (random(20) === 0) await changeByHand();
    await tellDays({ employees, clock });
    const run = await actDecrees(job);
    // A lost or repeated run changes nothing.
    if (random(50) === 0) expect((await actDecrees(job)).acted).toBe(0);
    acted += run.acted;
    stuck += run.stuck;
    expectTheModel(now);
    await compare(now);
    clock.advance({ hours: hoursOfSteps[step % hoursOfSteps.length] ?? 1 });
  }
  expect(acted).toBeGreaterThan(500);
  expect(stuck).toBeGreaterThan(5);
  expect(decrees.all.filter(({ state }) => state === "acted")).toHaveLength(acted);
  const byDecree = employees.history.filter(({ approvedBy }) => approvedBy === "emp_rahayu");
  expect(byDecree).toHaveLength(acted);

  async function plan() {
    const person = await employees.find(`emp_${random(people.length)}`);
    if (!person) throw new Error("Nobody.");
    const tmt = dayAfter(dayOf(person, clock.now()), 1 + random(20));
    const waiting = (await decrees.of(person.id)).filter(({ state }) => state === "waiting");
    // A decree before others would take their ground away; that is `changeByHand`'s part here.
    if (waiting.some((each) => each.tmt > tmt)) return;
    const before = expectedOn(person, waiting, tmt);
    const { kind, field, to } = decreedFor(before, random, tmt);
    const from = before[field] ?? "";
    if (to === from) return;
    const decree: Decree = {
      ...{ id: `dec_${decrees.all.length}`, employeeId: person.id, instansiId: "ins_contoh" },
      ...{
        kind,
        from: { [field]: from },
        to: { [field]: to },
        skNumber: "1",
        skDate: "2026-01-01",
      },
      ...{ tmt, reason: "SK", askedBy: "emp_budi", approvedBy: "emp_rahayu" },
      ...{ decidedAt: clock.now().toISOString(), actsAt: actsAt(person, tmt) },
      ...{ state: "waiting", revision: 1 },
    };
    expect(isDue(person, tmt, clock.now())).toBe(false);
    expect(decreedRevision(before, decree, clock.now())).toBeDefined();
    writeInMemory([decrees.adding(decree)]);
    plans.push({ of: person, field, from, to, tmt, isOver: false });
  }

  async function changeByHand() {
    const person = await employees.find(`emp_${random(people.length)}`);
    const to = golongan[random(4)] ?? "III/a";
    if (person?.kind !== "PNS") return;
    const told = { at: clock.now(), actor: { role: "system" }, action: "changed" } as const;
    const next = revise(person, { golongan: to }, told);
    if (!next) return;
    await employees.save(next);
    models.set(person.id, { ...(models.get(person.id) ?? person), golongan: to });
  }

  function expectTheModel(now: Date) {
    for (const each of plans) {
      if (each.isOver || each.tmt > dayOf(each.of, now)) continue;
      each.isOver = true;
      const model = models.get(each.of.id);
      if (model && (model[each.field] ?? "") === each.from)
        models.set(each.of.id, { ...model, [each.field]: each.to });
    }
  }

  async function compare(now: Date) {
    const [real, naive]: [unknown[], unknown[]] = [[], []];
    for (const { id, tmt, zone } of people) {
      const person = await employees.find(id);
      const model = models.get(id);
      if (!person || !model) throw new Error("Nobody.");
      real.push([id, ...valuesOf(person), cardStatus(person, now)]);
      naive.push([id, ...valuesOf(model), cardStatus({ ...model, tmt, zone }, now)]);
    }
    expect(real).toEqual(naive);
  }
});
