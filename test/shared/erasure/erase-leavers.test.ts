/** Who left long ago is erased; what proves the state of a card stays. */
import { expect, test } from "vitest";
import { erasedText, isErasable } from "#shared/employee/erase-record.ts";
import { fieldKeys } from "#shared/employee/fields.ts";
import { eraseLeavers } from "#shared/erasure/erase-leavers.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { verifyCard } from "../../support/verify-card.ts";

const longAgo = "2015-03-01T03:00:00.000Z";
const gone = anEmployee({
  ...{ id: "emp_gone", kedudukanHukum: "99", cardChangedAt: longAgo, updatedAt: longAgo },
  qrPausedAt: "2014-01-01T00:00:00.000Z",
  nipOpenUntil: "2014-01-01T01:00:00.000Z",
  ...{ nik: "3201010101800001", birthPlace: "Cirebon", phone: "0812 0000 0000", photoDigest: "d" },
});
const recent = anEmployee({
  ...{ id: "emp_recent", nip: aNip("198502122010012051"), email: "r@contoh.example" },
  ...{ kedudukanHukum: "99", cardChangedAt: "2020-01-01T00:00:00.000Z" },
});
const active = anEmployee({
  ...{ id: "emp_active", nip: aNip("198502122010012052"), email: "a@contoh.example" },
  cardChangedAt: longAgo,
});
const held = anEmployee({
  ...{ id: "emp_held", nip: aNip("198502122010012053"), email: "h@contoh.example" },
  ...{ kedudukanHukum: "99", cardChangedAt: longAgo, erasureHeldAt: longAgo },
});

function world(erasureYears = 10, ...others: (typeof gone)[]) {
  const employees = new EmployeesInMemory(gone, recent, active, held, ...others);
  const done: string[] = [];
  const part = (name: string) => ({ erase: async (id: string) => void done.push(`${name} ${id}`) });
  const api = {
    ...{ employees, erasureYears, clock: new FakeClock() },
    agencies: new AgenciesInMemory(anAgency()),
    users: { deleteUser: async (nip: string) => void done.push(`user ${nip}`) },
    parts: [part("photos"), part("account")],
  };
  return { ...api, api, done };
}

test("who left longer ago than the setting is erased, once, and nobody else", async () => {
  const { api, employees, done } = world();
  expect([await eraseLeavers(api), await eraseLeavers(api)]).toEqual([1, 0]);

  expect(employees.saves.map(({ entry }) => [entry.subjectId, entry.action])).toEqual([
    ["emp_gone", "erasure-begun"],
    ["emp_gone", "record-erased"],
  ]);
  expect(done).toEqual([`user ${gone.nip}`, "photos emp_gone", "account emp_gone"]);
});

test("without a number of years nobody is erased", async () => {
  const { api } = world(0);
  expect(await eraseLeavers(api)).toBe(0);
});

test("what proves the state of a card stays, and nothing else of the catalogue", async () => {
  const { api, employees } = world();
  await eraseLeavers(api);
  const erased = await employees.find("emp_gone");
  const stays = ["nip", "kind", "tmt", "instansiId", "instansi", "unitKerja", "kedudukanHukum"];

  expect(fieldKeys.filter((field) => erased?.[field] !== undefined).toSorted()).toEqual(
    [...stays, "name", "jabatan"].toSorted(),
  );
  expect([erased?.name, erased?.jabatan]).toEqual([erasedText, erasedText]);
  for (const field of stays) expect(erased).toHaveProperty(field, Reflect.get(gone, field));
  expect(erased).toMatchObject({ photoId: undefined, emailMoves: undefined });
  expect(gone.qrPausedAt).toBeDefined();
  expect(erased?.qrPausedAt).toBeUndefined();
  expect(gone.nipOpenUntil).toBeDefined();
  expect(erased?.nipOpenUntil).toBeUndefined();
  expect(JSON.stringify(employees.saves.map(({ entry }) => entry))).not.toMatch(
    /Siti|Cirebon|3201010101800001|contoh\.example/,
  );
});

test("the QR of an erased leaver still answers that the card has ended", async () => {
  const { api, employees, clock } = world();
  await eraseLeavers(api);
  const token = {
    employeeId: gone.id,
    contentHash: "c",
    serial: "A20100000001",
    issuedOn: longAgo,
  };
  const cards = { findToken: async () => token };
  const photos = { readAsAddress: async () => "" };

  expect(await verifyCard({ cards, employees, photos, clock }, "7q2m")).toMatchObject({
    result: "ended",
  });
});

test("a run that is killed before the record is saved is made up for by the next", async () => {
  const { api, employees, done } = world();
  const killed = { erase: () => Promise.reject(new Error("killed")) };
  await expect(eraseLeavers({ ...api, parts: [...api.parts, killed] })).rejects.toThrow("killed");
  expect(employees.saves.map(({ entry }) => entry.action)).toEqual(["erasure-begun"]);

  expect(await eraseLeavers(api)).toBe(1);
  expect(employees.saves.map(({ entry }) => entry.action).slice(1)).toEqual(["record-erased"]);
  expect(done.filter((each) => each === "photos emp_gone")).toHaveLength(2);
});

test("one who cannot be erased keeps nobody else, and is told at the end", async () => {
  const more = anEmployee({ ...gone, id: "emp_more", nip: aNip("198502122010012054"), email: "" });
  const { api, employees } = world(10, more);
  const erase = async (id: string) => {
    if (id === "emp_gone") throw new Error("unreadable");
  };
  await expect(eraseLeavers({ ...api, parts: [{ erase }] })).rejects.toThrow("unreadable");

  const erased = employees.saves.filter(({ entry }) => entry.action === "record-erased");
  expect(erased.map(({ entry }) => entry.subjectId)).toEqual(["emp_more"]);
});

test("a run begins with nobody after two minutes", async () => {
  const more = anEmployee({ ...gone, id: "emp_more", nip: aNip("198502122010012054"), email: "" });
  const { api } = world(10, more);
  const slow = { erase: async () => api.clock.advance({ minutes: 3 }) };

  expect(await eraseLeavers({ ...api, parts: [slow] })).toBe(1);
  expect(await eraseLeavers(api)).toBe(1);
});

test("a run erases no more than it may; the next goes on", async () => {
  const more = anEmployee({ ...gone, id: "emp_more", nip: aNip("198502122010012054"), email: "" });
  const { api } = world(10, more);
  expect([
    await eraseLeavers(api, 1),
    await eraseLeavers(api, 1),
    await eraseLeavers(api, 1),
  ]).toEqual([1, 1, 0]);
});

test.each([
  ["a day before", "2025-02-28T03:00:00.000Z", false],
  ["at the hour", "2025-03-01T03:00:00.000Z", true],
])("ten years are over to the hour: %s", (_, now, isOver) => {
  expect(isErasable(gone, 10, new Date(now))).toBe(isOver);
});

test("a contract's last day counts where it is later, and who came back and left again has another end", () => {
  const pppk = { ...gone, kedudukanHukum: "71", contractEnd: "2016-12-31" };
  expect(isErasable(pppk, 10, new Date("2026-12-31T16:59:59Z"))).toBe(false);
  expect(isErasable(pppk, 10, new Date("2026-12-31T17:00:00Z"))).toBe(true);
  const erased = { ...gone, erasedAt: "2026-01-01T00:00:00.000Z" };
  expect(isErasable(erased, 10, new Date("2099-01-01"))).toBe(false);
  const again = { ...erased, cardChangedAt: "2030-01-01T00:00:00.000Z" };
  expect(isErasable(again, 10, new Date("2040-01-01"))).toBe(true);
});
