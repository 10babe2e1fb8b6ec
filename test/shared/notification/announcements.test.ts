import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import {
  announce,
  endAnnouncement,
  listAnnouncements,
  ownAnnouncements,
  previewAnnouncement,
  readAnnouncement,
} from "#shared/notification/announce.ts";
import { type AnnouncementBody, announcementBody } from "#shared/notification/announcement.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { announcementTableContract } from "../../support/announcement-table-contract.ts";
import { AnnouncementsInMemory } from "../../support/announcements-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { hmacKey } from "../../support/call-api.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";

describe("announcements in memory", () =>
  announcementTableContract(async () => new AnnouncementsInMemory()));

const siti = anEmployee();
const person = anEmployee({ id: "emp_budi" });
const budi = {
  ...{ employeeId: person.id, instansiId: siti.instansiId, units: undefined },
  employee: person,
};

const body = (change: Partial<AnnouncementBody> = {}): AnnouncementBody => ({
  ...({ kind: "circular", kinds: [], units: [], endsOn: "2026-11-30" } as const),
  words: { title: "Kartu ASN Virtual", text: "KARPEG tetap berlaku." },
  ...{ requestId: "6f9619ff-8b86-4d11-b42d-00c04fc964ff", ...change },
});

const pppk = anEmployee({
  id: "emp_pppk",
  kind: "PPPK",
  unitKerja: "Dinas Lain",
  nip: aNip("198502122010012002"),
});
const left = anEmployee({ id: "emp_left", kedudukanHukum: "66", nip: aNip("198502122010012003") });

function setUp() {
  const announcements = new AnnouncementsInMemory();
  const clock = new FakeClock("2026-11-21T03:00:00.000Z");
  const employees = new EmployeesInMemory(siti, pppk, left);
  const agencies = new AgenciesInMemory();
  const api = { announcements, agencies, employees, limits: new LimitsInMemory(), hmacKey, clock };
  const titles = async (person: Employee) =>
    (await ownAnnouncements(api, person)).map(({ words }) => words.title);
  return { api, titles };
}

test.each<[string, Partial<AnnouncementBody>, number]>([
  ["everybody whose card has not ended", {}, 2],
  ["a kind", { kinds: ["PPPK"] }, 1],
  ["a unit", { units: [siti.unitKerja] }, 1],
  ["a kind of two units", { kinds: ["PNS"], units: [siti.unitKerja, "Dinas Lain"] }, 1],
])("before it is announced its people are counted: %s", async (_, group, people) => {
  const { api, titles } = setUp();

  expect(await previewAnnouncement(api, budi, body(group))).toEqual({ people });
  expect(await titles(siti)).toEqual([]);
});

test("a unit that is named twice is one", () => {
  const units = ["Dinas Lain", " Dinas Lain", siti.unitKerja, "Dinas Lain"];
  expect(announcementBody.parse(body({ units })).units).toEqual(["Dinas Lain", siti.unitKerja]);
});

test("a unit in which nobody works is refused by its name, before and when it is announced", async () => {
  const { api, titles } = setUp();
  const wrong = body({ units: [siti.unitKerja, "Dinas Salah Ketik"] });
  const refusal = {
    problems: [{ field: "units", code: "unit-unknown", params: { unit: "Dinas Salah Ketik" } }],
  };

  await expect(previewAnnouncement(api, budi, wrong)).rejects.toMatchObject(refusal);
  await expect(announce(api, budi, wrong)).rejects.toMatchObject(refusal);
  expect(await titles(siti)).toEqual([]);
});

test("the 51st that would run is refused, until another one has ended; a page has 50", async () => {
  const { api, titles } = setUp();
  const another = () => announce(api, budi, body({ requestId: randomUUID() }));
  for (let i = 0; i < 50; i++) {
    await another();
    api.clock.advance({ seconds: 1 });
  }
  await expect(another()).rejects.toMatchObject({ code: "too-many-announcements" });
  expect(await titles(siti)).toHaveLength(50);
  const { items } = await listAnnouncements(api, budi);
  await endAnnouncement(api, budi, items[0]?.key ?? "");
  await another();

  const first = await listAnnouncements(api, budi);
  const rest = await listAnnouncements(api, budi, first.next);
  expect([first.items.length, rest.items.length, rest.next]).toEqual([50, 1, undefined]);
});

test.each<[string, Partial<AnnouncementBody>, Partial<Employee>, boolean]>([
  ["everybody of the agency", {}, {}, true],
  ["another agency", {}, { instansiId: "ins_lain" }, false],
  ["the kind", { kinds: ["PPPK", "PNS"] }, { kind: "PNS" }, true],
  ["another kind", { kinds: ["PPPK"] }, { kind: "PNS" }, false],
  ["the unit", { units: [siti.unitKerja] }, {}, true],
  ["another unit", { units: ["Dinas Lain"] }, {}, false],
  ["the kind of another unit", { kinds: ["PNS"], units: ["Dinas Lain"] }, { kind: "PNS" }, false],
])("it is shown to its group only: %s", async (_, group, change, isShown) => {
  const { api, titles } = setUp();
  await announce(api, budi, body(group));

  expect(await titles({ ...siti, ...change })).toHaveLength(isShown ? 1 : 0);
});

test("it is shown up to the midnight of its last day where its reader is, or until somebody ends it", async () => {
  const { api, titles } = setUp();
  await announce(api, budi, body());
  // 23.59 of the last day in Jakarta: in Jayapura the next one has begun.
  api.clock.advance({ days: 9, hours: 13, minutes: 59 });
  expect(await titles(siti)).toHaveLength(1);
  expect(await titles({ ...siti, zone: "WIT" })).toEqual([]);
  api.clock.advance({ minutes: 1 });
  expect(await titles(siti)).toEqual([]);

  await announce(api, budi, body({ endsOn: "2026-12-31", requestId: randomUUID() }));
  const [made] = await ownAnnouncements(api, siti);
  await endAnnouncement(api, budi, made?.key ?? "");
  expect(await titles(siti)).toEqual([]);
});

test("readers are people: opening it again counts nobody twice, and what is not shown is not read", async () => {
  const { api } = setUp();
  await announce(api, budi, body({ kinds: ["PNS"] }));
  const [made] = await ownAnnouncements(api, siti);
  const key = made?.key ?? "";
  await readAnnouncement(api, siti, key);
  await readAnnouncement(api, siti, key);
  await readAnnouncement(api, anEmployee({ id: "emp_dewi" }), key);
  const stranger = anEmployee({ id: "emp_x", kind: "PPPK" });

  await expect(readAnnouncement(api, stranger, key)).rejects.toThrow("No such announcement");
  expect((await listAnnouncements(api, budi)).items).toMatchObject([{ key, readers: 2 }]);
});

test("an officer of units announces to these alone, and sees and ends no others", async () => {
  const { api } = setUp();
  const ofUnit = { ...budi, units: [siti.unitKerja] };
  await announce(api, budi, body());
  const [made] = (await listAnnouncements(api, budi)).items;

  const requestId = randomUUID();
  await expect(announce(api, ofUnit, body({ requestId }))).rejects.toThrow("forbidden");
  await expect(announce(api, ofUnit, body({ units: ["Dinas Lain"], requestId }))).rejects.toThrow(
    "forbidden",
  );
  expect((await listAnnouncements(api, ofUnit)).items).toEqual([]);
  await expect(endAnnouncement(api, ofUnit, made?.key ?? "")).rejects.toThrow("No such");
  await announce(api, ofUnit, body({ units: [siti.unitKerja], requestId: "other" }));
  expect((await listAnnouncements(api, ofUnit)).items).toHaveLength(1);
});

test.each([
  ["2026-11-20", "day-too-early"],
  ["2028-01-01", "day-too-far"],
])("a last day of %s is refused: %s", async (endsOn, code) => {
  const { api } = setUp();

  await expect(announce(api, budi, body({ endsOn }))).rejects.toMatchObject({
    problems: [{ field: "endsOn", code }],
  });
});

test.each<[string, object]>([
  ["an empty title", { words: { title: " ", text: "a" } }],
  ["a kind twice", { kinds: ["PNS", "PNS"] }],
  ["a title of two lines", { words: { title: "a\nb", text: "a" } }],
  ["a hidden character", { words: { title: "a\u202Eb", text: "a" } }],
  ["a day that no calendar has", { endsOn: "2026-02-30" }],
  ["half an English text", { english: { title: "a" } }],
])("a body with %s is none", (_, change) => {
  expect(announcementBody.safeParse({ ...body(), ...change }).success).toBe(false);
  expect(announcementBody.safeParse(body()).success).toBe(true);
});
