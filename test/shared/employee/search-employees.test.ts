import { expect, test } from "vitest";
import { searchEmployees } from "#shared/employee/search-employees.ts";
import { tellDays } from "#shared/employee/tell-days.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const siti = anEmployee();
const sinta = anEmployee({
  id: "emp_sinta",
  nip: aNip("199001012015031001"),
  name: "Sinta",
  email: "sinta@contoh.example",
  kedudukanHukum: "71",
  contractEnd: "2026-11-20",
});
const stranger = anEmployee({
  id: "emp_stranger",
  nip: aNip("199001012015031002"),
  name: "Siti Lain",
  email: "lain@contoh.example",
  instansiId: "ins_other",
});
const by = { employeeId: "emp_budi", instansiId: siti.instansiId, units: undefined } as const;
const world = {
  employees: new EmployeesInMemory(siti, sinta, stranger),
  accountRecords: new AccountRecordsInMemory(),
  clock: new FakeClock(),
};

async function found(query: Partial<Parameters<typeof searchEmployees>[1]>) {
  const { items } = await searchEmployees(world, { q: "", by, ...query });
  return items.map(({ id }) => id);
}

test.each(["198502122010012004", "19850212 201001 2 004", "`19850212.201001.2.004"])(
  "a whole NIP finds its employee, written %s",
  async (q) => {
    expect(await found({ q })).toEqual([siti.id]);
  },
);

test("a NIP of another instansi finds nobody", async () => {
  expect(await found({ q: stranger.nip })).toEqual([]);
});

test("a NIP that nobody has finds nobody", async () => {
  expect(await found({ q: "198502122010012005" })).toEqual([]);
});

test("the beginning of a name finds those of the own instansi", async () => {
  expect(await found({ q: "SI" })).toEqual([sinta.id, siti.id]);
  expect(await found({ q: "siti r" })).toEqual([siti.id]);
  expect(await found({ q: "rahma" })).toEqual([siti.id]);
});

test.each(["%", "-", "李", "'", "…", "\u200b"])("%j is in no name and finds nobody", async (q) => {
  expect(await found({ q })).toEqual([]);
});

test("a NIP in digits of another script finds its employee", async () => {
  expect(await found({ q: "١٩٨٥٠٢١٢ ٢٠١٠٠١ ٢ ٠٠٤" })).toEqual([siti.id]);
});

test("nothing at all finds everybody of the own instansi", async () => {
  expect(await found({})).toEqual([sinta.id, siti.id]);
});

test("a status is that of today: a contract that is over has ended", async () => {
  expect(await found({ status: "active" })).toEqual([siti.id]);
  expect(await found({ q: sinta.nip, status: "ended" })).toEqual([sinta.id]);
  expect(await found({ q: siti.nip, status: "ended" })).toEqual([]);
});

test("who ended at midnight is listed as ended once the night's job has told of it", async () => {
  await tellDays(world);

  expect(await found({ status: "ended" })).toEqual([sinta.id]);
});

test("an officer of a unit finds its people only, by name, by NIP, and among all", async () => {
  const dewi = anEmployee({
    id: "emp_dewi",
    nip: aNip("199001012015031003"),
    name: "Siti Dewi",
    email: "dewi@contoh.example",
    unitKerja: "Dinas Kesehatan",
  });
  const both = { ...world, employees: new EmployeesInMemory(siti, dewi, stranger) };
  const seen = async (q: string, units: readonly string[] | undefined) =>
    (await searchEmployees(both, { q, by: { ...by, units } })).items.map(({ id }) => id);

  for (const q of ["", "siti", dewi.nip])
    expect(await seen(q, ["Dinas Kesehatan"])).toEqual([dewi.id]);
  expect(await seen(siti.nip, ["Dinas Kesehatan"])).toEqual([]);
  expect(await seen("siti", ["Dinas Kesehatan", siti.unitKerja])).toEqual([dewi.id, siti.id]);
  expect(await seen("siti", undefined)).toEqual([dewi.id, siti.id]);
});

test("a page holds twenty-five, and the next one goes on", async () => {
  const many = Array.from({ length: 30 }, (_, i) =>
    anEmployee({
      id: `emp_${i}`,
      name: `Ayu ${String(i).padStart(2, "0")}`,
      nip: aNip(`1985021220100120${String(i + 10)}`),
      email: `${i}@contoh.example`,
    }),
  );
  const crowd = { ...world, employees: new EmployeesInMemory(...many) };
  const first = await searchEmployees(crowd, { q: "ayu", by });
  const second = await searchEmployees(crowd, { q: "ayu", by, from: first.next });

  expect([first.items.length, second.items.length, second.next]).toEqual([25, 5, undefined]);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(30);
});

test("kind, tags and what is known of the account filter together, a NIP too", async () => {
  const agus = anEmployee({
    ...{ id: "emp_agus", nip: aNip("199001012015031004"), name: "Agus" },
    ...{ email: "agus@contoh.example", photoId: undefined },
  });
  const accountRecords = new AccountRecordsInMemory();
  const all = { ...world, employees: new EmployeesInMemory(siti, agus, sinta), accountRecords };
  const at = world.clock.now();
  for (const person of [siti, agus, sinta]) await accountRecords.add(person, at);
  await accountRecords.markFrozen(siti, { at: "", by: "", reason: "" }, at);
  const seen = async (query: Partial<Parameters<typeof searchEmployees>[1]>) =>
    (await searchEmployees(all, { q: "", by, ...query })).items.map(({ id }) => id);

  expect(await seen({ tag: "no-photo" })).toEqual([agus.id]);
  expect(await seen({ tag: "no-photo", kind: "PPPK" })).toEqual([]);
  expect(await seen({ q: siti.nip, tag: "no-photo" })).toEqual([]);
  expect(await seen({ tag: "frozen" })).toEqual([siti.id]);
  expect(await seen({ tag: "frozen", status: "active" })).toEqual([siti.id]);
  expect(await seen({ q: siti.nip, tag: "frozen" })).toEqual([siti.id]);
  expect(await seen({ q: agus.nip, tag: "frozen" })).toEqual([]);
  // Sinta's contract is over: who has left needs no account.
  expect(await seen({ tag: "not-activated" })).toEqual([agus.id]);
  expect(await seen({ q: "a", tag: "not-activated", kind: "PNS" })).toEqual([agus.id]);
});

test.each(["", "2", "2x\temp_1 ", "0siti\temp_1", "22026-11-20\tsiti"])(
  "a list by time goes on from a page of its own, not from %j",
  async (text) => {
    const from = Buffer.from(text).toString("base64url") || "~";

    await expect(found({ tag: "frozen", from })).rejects.toMatchObject({ code: "invalid-input" });
  },
);

test.each([
  ["WIB", "2026-11-21T16:00:00Z", "2027-02-19", true],
  ["WIB", "2026-11-21T16:00:00Z", "2027-02-20", false],
  // In Jakarta it is 23.00 of the 21st, in Jayapura 01.00 of the 22nd.
  ["WIT", "2026-11-21T16:00:00Z", "2027-02-20", true],
  ["WIT", "2026-11-21T16:00:00Z", "2027-02-21", false],
  ["WIB", "2026-11-21T16:00:00Z", "2026-11-21", true],
  ["WIT", "2026-11-21T16:00:00Z", "2026-11-21", false],
] as const)(
  "who ends in 90 days is asked in the agency's day: %s at %s, end %s, is %s",
  async (zone, now, contractEnd, isListed) => {
    const person = anEmployee({ kind: "PPPK", nip: aNip("199001012024211001"), zone, contractEnd });
    const clock = new FakeClock(now);
    const there = { ...world, employees: new EmployeesInMemory(person), clock };
    const { items } = await searchEmployees(there, { q: "", by, tag: "ends-soon" });

    expect(items.map(({ id }) => id)).toEqual(isListed ? [person.id] : []);
  },
);
