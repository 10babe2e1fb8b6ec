/** A holder opens the own NIP to checks of the card for an hour, and closes it. */
import { expect, test } from "vitest";
import { closeOwnNip, openOwnNip, replaceOwnQr } from "#shared/card/own-qr.ts";
import { tellQr } from "#shared/card/qr-answers.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { TooManyAttempts } from "#shared/runtime/errors.ts";
import { anEmployee } from "../../support/builders.ts";
import { change, EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";

const siti = anEmployee();

function setUp(employee: Employee = siti) {
  const employees = new EmployeesInMemory(employee);
  const api = { employees, limits: new LimitsInMemory(), clock: new FakeClock() };
  const now = async () => (await employees.find(siti.id)) ?? siti;
  return {
    ...api,
    api,
    now,
    open: async () => openOwnNip(api, await now()),
    close: async () => closeOwnNip(api, await now()),
    until: async () => tellQr(await now(), api.clock.now()).nipOpenUntil,
    actions: () => employees.history.map(({ action }) => action),
  };
}

test("it is open for an hour, the card is not drawn, and the history says who and until when", async () => {
  const { open, until, employees, clock } = setUp();
  const end = new Date(clock.now().getTime() + 3_600_000).toISOString();
  await open();

  expect(await until()).toBe(end);
  expect(employees.saves).toMatchObject([
    {
      cardChanged: false,
      entry: {
        ...{ action: "nip-opened", actor: { role: "holder", id: siti.id } },
        changes: [{ field: "nipOpenUntil", to: end }],
      },
    },
  ]);
  clock.advance({ seconds: 3599 });
  expect(await until()).toBe(end);
  clock.advance({ seconds: 1 });
  expect(await until()).toBeUndefined();
});

test("pressed again, also at the same moment, it is one opening, and the hour gets no longer", async () => {
  const { open, until, clock, actions } = setUp();
  await Promise.all([open(), open()]);
  const end = await until();
  clock.advance({ seconds: 1800 });
  await open();

  expect(await until()).toBe(end);
  expect(actions()).toEqual(["nip-opened"]);
});

test("it is closed at once, and closing twice or after the hour changes nothing", async () => {
  const { open, close, until, clock, actions } = setUp();
  await open();
  await close();
  await close();
  expect(await until()).toBeUndefined();
  await open();
  clock.advance({ seconds: 3600 });
  await close();

  expect(actions()).toEqual(["nip-opened", "nip-closed", "nip-opened"]);
});

test("a press on «close» from before ends no later opening", async () => {
  const { api, now, open, close, until, clock } = setUp();
  await open();
  const before = await now();
  await close();
  clock.advance({ seconds: 1 });
  await open();
  await closeOwnNip(api, before);

  expect(await until()).toBeDefined();
});

test("it is opened ten times a day, double presses counted once, and closed whenever its holder says so", async () => {
  const { open, close, until, clock } = setUp();
  for (let time = 1; time <= 10; time++) {
    await Promise.all([open(), open()]);
    expect(await until()).toBeDefined();
    await close();
    expect(await until()).toBeUndefined();
  }
  await expect(open()).rejects.toThrow(TooManyAttempts);

  clock.advance({ seconds: 86_400 });
  await open();
  expect(await until()).toBeDefined();
});

test("it is opened also while an officer saves", async () => {
  const { api, employees, now, clock } = setUp();
  const read = await now();
  await change(employees, read, { jabatan: "Arsiparis" }, clock);
  await openOwnNip(api, read);

  expect(await now()).toMatchObject({ jabatan: "Arsiparis", nipOpenUntil: expect.any(String) });
});

test("another QR has a masked NIP", async () => {
  const { api, now, open, until } = setUp();
  await open();
  await replaceOwnQr(api, { employee: await now(), requestId: "first" });

  expect(await until()).toBeUndefined();
});

test.each([
  ["has ended", { kedudukanHukum: "99" }],
  ["has no photo", { photoId: undefined }],
])("nothing is opened when the card %s", async (_, state) => {
  const { open, employees } = setUp({ ...siti, ...state });
  await expect(open()).rejects.toMatchObject({ code: "no-qr" });
  expect(employees.saves).toEqual([]);
});
