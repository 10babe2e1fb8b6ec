import { expect, test } from "vitest";
import { changeEmployee, changeStatus, replaceQr } from "#shared/employee/change-employee.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const siti = anEmployee();
const budi = { employeeId: "emp_budi", instansiId: siti.instansiId } as const;
const request = { id: siti.id, revision: 1, requestId: "r1", reason: "SK 12/2026", by: budi };

function setUp() {
  const employees = new EmployeesInMemory(siti);
  return { employees, clock: new FakeClock() };
}

test("a promotion is saved with its reason, and the card must follow", async () => {
  const world = setUp();

  const after = await changeEmployee(world, { ...request, changes: { golongan: "III/b" } });

  expect(after).toMatchObject({
    golongan: "III/b",
    revision: 2,
    cardChangedAt: world.clock.now().toISOString(),
  });
  expect(world.employees.saves[0]?.cardChanged).toBe(true);
  expect(world.employees.history.at(-1)).toMatchObject({
    revision: 2,
    actor: { role: "officer", id: "emp_budi" },
    reason: "SK 12/2026",
    changes: [{ field: "golongan", from: "III/a", to: "III/b" }],
  });
});

test("a new phone number leaves the card alone", async () => {
  const world = setUp();

  await changeEmployee(world, { ...request, changes: { phone: "0812 0000 0000" } });

  expect(world.employees.saves[0]).toMatchObject({
    cardChanged: false,
    after: { cardChangedAt: siti.cardChangedAt },
  });
});

test("the same request twice changes once and answers alike", async () => {
  const world = setUp();
  const once = await changeEmployee(world, { ...request, changes: { golongan: "III/b" } });

  const twice = await changeEmployee(world, { ...request, changes: { golongan: "III/b" } });

  expect(twice).toEqual(once);
  expect(world.employees.saves).toHaveLength(1);
});

test("a change of a record that moved on is refused", async () => {
  const world = setUp();
  await changeEmployee(world, { ...request, changes: { golongan: "III/b" } });

  await expect(
    changeEmployee(world, { ...request, requestId: "r2", changes: { golongan: "III/c" } }),
  ).rejects.toThrow("record-changed");
});

test("a replaced QR is of the next generation, with its reason in the history, and the card must follow", async () => {
  const world = setUp();

  expect(await replaceQr(world, request)).toMatchObject({ qrGeneration: 2, revision: 2 });
  expect(await replaceQr(world, request)).toMatchObject({ qrGeneration: 2, revision: 2 });
  expect(world.employees.saves).toMatchObject([{ cardChanged: true }]);
  expect(world.employees.history.at(-1)).toMatchObject({
    action: "qr-replaced",
    reason: "SK 12/2026",
    changes: [{ field: "qrGeneration", from: "1", to: "2" }],
  });
});

test("another instansi's employee does not exist for this officer", async () => {
  const stranger = { ...request, by: { ...budi, instansiId: "ins_other" } };

  await expect(
    changeEmployee(setUp(), { ...stranger, changes: { golongan: "III/b" } }),
  ).rejects.toThrow("No such employee");
});

test("an officer does not change the own record", async () => {
  const herself = { ...request, by: { ...budi, employeeId: siti.id } };

  await expect(
    changeEmployee(setUp(), { ...herself, changes: { golongan: "IV/e" } }),
  ).rejects.toMatchObject({ code: "own-record", status: 403 });
});

test.each([
  [{ golongan: "IX" }, "golongan-unknown"],
  [{ name: "" }, "required"],
  [{ name: "Siti 漢字" }, "characters-unsupported"],
  [{ jabatan: "x".repeat(161) }, "too-long"],
  [{ email: "siti" }, "email-malformed"],
  [{ email: "sité@contoh.example" }, "email-malformed"],
  [{ email: "a@b@contoh.example" }, "email-malformed"],
  [{ contractEnd: "2027-01-01" }, "not-for-pns"],
  [{ golongan: "III/a" }, "nothing-changed"],
])("%j is refused as %s", async (changes, code) => {
  await expect(changeEmployee(setUp(), { ...request, changes })).rejects.toThrow(code);
});

test("an emptied degree is taken off the record", async () => {
  const after = await changeEmployee(setUp(), { ...request, changes: { gelarBelakang: " " } });

  expect(after.gelarBelakang).toBeUndefined();
});

test("ending the employment is a change of kedudukan hukum, with a reason", async () => {
  const world = setUp();

  await expect(
    changeStatus(world, { ...request, reason: " ", kedudukanHukum: "99" }),
  ).rejects.toThrow("required");
  await expect(changeStatus(world, { ...request, kedudukanHukum: "00" })).rejects.toThrow(
    "kedudukan-hukum-unknown",
  );
  expect(await changeStatus(world, { ...request, kedudukanHukum: "99" })).toMatchObject({
    kedudukanHukum: "99",
  });
  expect(world.employees.saves[0]?.cardChanged).toBe(true);
});
