import { expect, test } from "vitest";
import { changeEmployee, replaceQr } from "#shared/employee/change-employee.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { RolesInMemory } from "../../support/roles-in-memory.ts";

const siti = anEmployee();
const budi = { employeeId: "emp_budi", instansiId: siti.instansiId, units: undefined } as const;
const request = { id: siti.id, revision: 1, requestId: "r1", reason: "SK 12/2026", by: budi };

function setUp(...others: Employee[]) {
  const employees = new EmployeesInMemory(siti, ...others);
  const roles = new RolesInMemory();
  return { employees, roles, clock: new FakeClock() };
}

test("another jabatan is saved with its reason and source, and the card must follow", async () => {
  const world = setUp();

  const source = { number: "SK 12/2026", day: "2026-11-20" };
  const after = await changeEmployee(world, { ...request, source, changes: { jabatan: "Guru" } });

  expect(after).toMatchObject({
    jabatan: "Guru",
    revision: 2,
    cardChangedAt: world.clock.now().toISOString(),
  });
  expect(world.employees.saves[0]?.cardChanged).toBe(true);
  expect(world.employees.history.at(-1)).toMatchObject({
    revision: 2,
    actor: { role: "officer", id: "emp_budi" },
    reason: "SK 12/2026",
    source,
    changes: [{ field: "jabatan", from: siti.jabatan, to: "Guru" }],
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
  const once = await changeEmployee(world, { ...request, changes: { jabatan: "Guru" } });

  const twice = await changeEmployee(world, { ...request, changes: { jabatan: "Guru" } });

  expect(twice).toEqual(once);
  expect(world.employees.saves).toHaveLength(1);
});

test("a change of a record that moved on is refused", async () => {
  const world = setUp();
  await changeEmployee(world, { ...request, changes: { jabatan: "Guru" } });

  await expect(
    changeEmployee(world, { ...request, requestId: "r2", changes: { jabatan: "Dosen" } }),
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
    changeEmployee(setUp(), { ...stranger, changes: { jabatan: "Guru" } }),
  ).rejects.toThrow("No such employee");
});

test("another unit's employee does not exist for an officer of a unit", async () => {
  const employees = setUp();
  const stranger = { ...request, by: { ...budi, units: ["Dinas Lain"] } };

  for (const attempt of [
    changeEmployee(employees, { ...stranger, changes: { jabatan: "Guru" } }),
    replaceQr(employees, stranger),
  ])
    await expect(attempt).rejects.toThrow("No such employee");
});

test("an officer of units moves people between them, and to no unit of others", async () => {
  const world = setUp();
  const by = { ...budi, units: [siti.unitKerja, "Dinas Kesehatan"] };
  const move = (unitKerja: string) =>
    changeEmployee(world, { ...request, by, changes: { unitKerja, jabatan: "Guru" } });

  await expect(move("Dinas Lain")).rejects.toMatchObject({
    status: 422,
    problems: [{ field: "unitKerja", code: "unit-not-yours" }],
  });
  expect(await move("Dinas Kesehatan")).toMatchObject({
    unitKerja: "Dinas Kesehatan",
    revision: 2,
  });
});

test("an officer does not change the own record", async () => {
  const herself = { ...request, by: { ...budi, employeeId: siti.id } };

  await expect(
    changeEmployee(setUp(), { ...herself, changes: { jabatan: "Guru" } }),
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
  [{ golongan: "III/b" }, "change-needs-two"],
  [{ gelarBelakang: " " }, "change-needs-two"],
])("%j is refused as %s", async (changes, code) => {
  await expect(changeEmployee(setUp(), { ...request, changes })).rejects.toThrow(code);
});

test("an emptied field is taken off the record", async () => {
  const after = await changeEmployee(setUp(anEmployee({ ...siti, phone: "0812 0000 0000" })), {
    ...{ ...request, changes: { phone: " " } },
  });

  expect(after.phone).toBeUndefined();
});

test.each([
  ["another person", { id: "emp_other" }, { jabatan: "Guru" }],
  ["other content", {}, { jabatan: "Dosen" }],
  ["another reason", { reason: "SK 13/2026" }, { jabatan: "Guru" }],
  ["another officer", { by: { ...budi, employeeId: "emp_rahayu" } }, { jabatan: "Guru" }],
] as const)("a requestId that was used is not used again for %s", async (_, other, changes) => {
  const world = setUp(
    anEmployee({ id: "emp_other", nip: aNip("198502122010012005"), email: "o@contoh.example" }),
  );
  await changeEmployee(world, { ...request, changes: { jabatan: "Guru" } });
  const again = () => changeEmployee(world, { ...request, ...other, changes });

  await expect(again()).rejects.toMatchObject({ status: 409, code: "request-mismatch" });
  expect(world.employees.saves).toHaveLength(1);
});

test.each([
  ["\u200b\u200b", "required"],
  [" \u00a0\u2060", "required"],
  ["SK \u202e12", "characters-hidden"],
  ["SK\u0000", "characters-hidden"],
])("the reason %j is refused as %s", async (reason, code) => {
  const world = setUp();
  const change = changeEmployee(world, { ...request, reason, changes: { jabatan: "Guru" } });

  await expect(change).rejects.toMatchObject({ problems: [{ field: "reason", code }] });
});

test("a reason is kept on one line, as it can be read", async () => {
  const world = setUp();
  await changeEmployee(world, {
    ...request,
    reason: " SK\u00a012\n\u200btanggal 1 ",
    changes: { jabatan: "Guru" },
  });

  expect(world.employees.history.at(-1)?.reason).toBe("SK 12 tanggal 1");
});
