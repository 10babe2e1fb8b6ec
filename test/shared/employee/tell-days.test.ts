import { describe, expect, test } from "vitest";
import { cardStatus } from "#shared/employee/employee.ts";
import { tellDays } from "#shared/employee/tell-days.ts";
import { notificationsOf } from "#shared/notification/notification.ts";
import type { Zone } from "#shared/runtime/zone.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { change, EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const pppk = anEmployee({
  kind: "PPPK",
  golongan: "IX",
  kedudukanHukum: "71",
  contractEnd: "2026-12-31",
});
const firstNight = "2026-12-31T17:05:00Z";

test("the day after its last day a contract's end is told, and no kedudukan hukum is written", async () => {
  const employees = new EmployeesInMemory(pppk);

  expect(await tellDays({ employees, clock: new FakeClock("2026-12-31T16:00:00Z") })).toBe(0);
  expect(await tellDays({ employees, clock: new FakeClock(firstNight) })).toBe(1);
  expect(await employees.find(pppk.id)).toMatchObject({ kedudukanHukum: "71", revision: 2 });
  expect(employees.history.at(-1)).toMatchObject({
    actor: { role: "system" },
    action: "contract-ended",
    changes: [],
  });
  const [save] = employees.saves;
  expect(save?.cardChanged).toBe(true);
  expect(save && notificationsOf(save.before, save.after)).toMatchObject([
    { notification: { code: "contract-ended" }, isMailed: true },
  ]);
});

test("every night of a week changes once, and a missed week is made up for", async () => {
  const employees = new EmployeesInMemory(pppk);
  const clock = new FakeClock("2027-01-05T17:05:00Z");

  expect(await tellDays({ employees, clock })).toBe(1);
  for (let night = 0; night < 3; night++) {
    expect(await tellDays({ employees, clock })).toBe(0);
    clock.advance({ hours: 24 });
  }
  expect(employees.saves).toHaveLength(1);
});

test("an extension alone revives the card, and no night takes it back", async () => {
  const employees = new EmployeesInMemory(pppk);
  const clock = new FakeClock(firstNight);
  await tellDays({ employees, clock });
  clock.advance({ hours: 9 });

  const told = (await employees.find(pppk.id)) ?? pppk;
  await change(employees, told, { contractEnd: "2027-12-31" }, clock);
  const revived = (await employees.find(pppk.id)) ?? told;
  expect(cardStatus(revived, clock.now())).toBe("active");
  const save = employees.saves.at(-1);
  expect(save && notificationsOf(save.before, save.after)).toMatchObject([
    { notification: { code: "card-restored" }, isMailed: true },
  ]);
  clock.advance({ hours: 24 });
  expect(await tellDays({ employees, clock })).toBe(0);
  expect(await employees.find(pppk.id)).toEqual(revived);
});

test("a save that came first has told of the end already", async () => {
  const employees = new EmployeesInMemory({ ...pppk, updatedAt: "2026-12-31T17:01:00Z" });

  expect(await tellDays({ employees, clock: new FakeClock(firstNight) })).toBe(0);
});

test("whose employment a person ended hears nothing more when the contract passes", async () => {
  const employees = new EmployeesInMemory({ ...pppk, kedudukanHukum: "66" });

  expect(await tellDays({ employees, clock: new FakeClock(firstNight) })).toBe(0);
});

test("a renewed contract lives on", async () => {
  const employees = new EmployeesInMemory({ ...pppk, contractEnd: "2027-12-31" });

  expect(await tellDays({ employees, clock: new FakeClock(firstNight) })).toBe(0);
});

/** Contracts that end on one day, as many as there are. */
function crowd(count: number): EmployeesInMemory {
  return new EmployeesInMemory(
    ...Array.from({ length: count }, (_, i) => ({
      ...pppk,
      id: `emp_${i}` as const,
      nip: aNip(`198502122024211${String(i + 1).padStart(3, "0")}`),
      email: `orang${i}@contoh.example`,
    })),
  );
}

test("a run ends when it has reported enough, and the next one goes on; what was reported is not read again", async () => {
  const employees = crowd(70);
  const reads: string[] = [];
  const counting = {
    contractsEndingOn: (day: string) => employees.contractsEndingOn(day),
    startingOn: (day: string, zone: Zone) => employees.startingOn(day, zone),
    find: (id: `emp_${string}`) => {
      reads.push(id);
      return employees.find(id);
    },
    save: (...save: Parameters<EmployeesInMemory["save"]>) => employees.save(...save),
  };
  const clock = new FakeClock(firstNight);

  expect(await tellDays({ employees: counting, clock, most: 40 })).toBe(40);
  expect(await tellDays({ employees: counting, clock, most: 40 })).toBe(30);
  expect(await tellDays({ employees: counting, clock, most: 40 })).toBe(0);
  expect([reads.length, new Set(reads).size]).toEqual([70, 70]);
});

describe("an appointment that begins", () => {
  const newcomer = anEmployee({
    nip: aNip("200002122026122004"),
    tmt: "2026-12-01",
    updatedAt: "2026-11-20T03:00:00.000Z",
  });
  const eve = "2026-11-30T16:59:59Z";
  const firstMinutes = "2026-11-30T17:05:00Z";

  test("there is no card before the TMT, in Jakarta, and one from then on", () => {
    expect(cardStatus(newcomer, new Date(eve))).toBe("upcoming");
    expect(cardStatus(newcomer, new Date(firstMinutes))).toBe("active");
    expect(cardStatus({ ...newcomer, kedudukanHukum: "04" }, new Date(eve))).toBe("suspended");
    expect(cardStatus({ ...newcomer, kedudukanHukum: "99" }, new Date(eve))).toBe("ended");
    expect(cardStatus({ ...newcomer, contractEnd: "2026-11-29" }, new Date(eve))).toBe("ended");
  });

  test("it is told on the day, once, and the card is drawn", async () => {
    const employees = new EmployeesInMemory(newcomer);

    expect(await tellDays({ employees, clock: new FakeClock(eve) })).toBe(0);
    expect(await tellDays({ employees, clock: new FakeClock(firstMinutes) })).toBe(1);
    expect(await tellDays({ employees, clock: new FakeClock(firstMinutes) })).toBe(0);
    expect(employees.history.at(-1)).toMatchObject({
      actor: { role: "system" },
      action: "appointment-begun",
      changes: [],
    });
    const [save] = employees.saves;
    expect(save?.cardChanged).toBe(true);
    expect(save && notificationsOf(save.before, save.after)).toMatchObject([
      { notification: { code: "card-begun" }, isMailed: true },
    ]);
  });

  test("a missed week is made up for, and a save that came first has told it already", async () => {
    const late = new FakeClock("2026-12-07T10:00:00Z");
    const employees = new EmployeesInMemory(newcomer);
    expect(await tellDays({ employees, clock: late })).toBe(1);

    const told = { ...newcomer, updatedAt: "2026-12-01T03:00:00.000Z" };
    expect(await tellDays({ employees: new EmployeesInMemory(told), clock: late })).toBe(0);
  });
});
