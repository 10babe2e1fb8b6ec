/** A request announces once, whenever it comes again (decision 0097). */
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { announce, endAnnouncement, ownAnnouncements } from "#shared/notification/announce.ts";
import type { Announcement, AnnouncementBody } from "#shared/notification/announcement.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { AnnouncementsInMemory } from "../../support/announcements-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { hmacKey } from "../../support/call-api.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";

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

/** Between its mark and the announcement. */
class StoppedOnce extends AnnouncementsInMemory {
  #isStopped = false;

  override async add(made: Announcement): Promise<void> {
    if (this.#isStopped) return await super.add(made);
    this.#isStopped = true;
    throw new Error("stopped");
  }
}

function setUp(announcements = new AnnouncementsInMemory()) {
  const clock = new FakeClock("2026-11-21T03:00:00.000Z");
  const employees = new EmployeesInMemory(siti);
  const agencies = new AgenciesInMemory();
  const api = { announcements, agencies, employees, limits: new LimitsInMemory(), hmacKey, clock };
  const titles = async (person: Employee) =>
    (await ownAnnouncements(api, person)).map(({ words }) => words.title);
  return { api, titles };
}

test("a request that comes twice announces once", async () => {
  const { api, titles } = setUp();
  await announce(api, budi, body());
  await announce(api, budi, body());

  expect(await titles(siti)).toEqual(["Kartu ASN Virtual"]);
});

test("an officer announces sixty an hour at most; a request that comes again is none of them", async () => {
  const { api } = setUp();
  for (let i = 0; i < 60; i++) {
    await announce(api, budi, body({ requestId: randomUUID() }));
    const [made] = await ownAnnouncements(api, siti);
    await endAnnouncement(api, budi, made?.key ?? "");
    api.clock.advance({ seconds: 1 });
  }
  const more = body({ requestId: randomUUID() });
  await expect(announce(api, budi, more)).rejects.toMatchObject({ status: 429 });
  api.clock.advance({ hours: 1 });
  for (let i = 0; i < 100; i++) await announce(api, budi, more);

  expect(await ownAnnouncements(api, siti)).toHaveLength(1);
});

test("a request is known the day after, too, and what ran meanwhile is in the order of the instants", async () => {
  const { api, titles } = setUp();
  const words = { title: "Lain", text: "Lain." };
  api.clock.advance({ hours: 20, minutes: 59 });
  await announce(api, budi, body());
  api.clock.advance({ seconds: 30 });
  await announce(api, budi, body({ words, requestId: "00000000-8b86-4d11-b42d-00c04fc964ff" }));
  api.clock.advance({ minutes: 1 });
  await announce(api, budi, body());

  expect(await titles(siti)).toEqual(["Lain", "Kartu ASN Virtual"]);
  await expect(announce(api, budi, body({ words }))).rejects.toMatchObject({
    code: "request-mismatch",
  });
});

test("a request that stopped after its mark is completed when it comes again, at its instant, and announces once", async () => {
  const { api, titles } = setUp(new StoppedOnce());
  await expect(announce(api, budi, body())).rejects.toThrow("stopped");
  expect(await titles(siti)).toEqual([]);
  api.clock.advance({ minutes: 1 });
  const words = { title: "Lain", text: "Lain." };
  const other = { code: "request-mismatch" };
  await expect(announce(api, budi, body({ words }))).rejects.toMatchObject(other);
  for (const _ of [1, 2]) await announce(api, budi, body());

  expect(await ownAnnouncements(api, siti)).toMatchObject([{ at: "2026-11-21T03:00:00.000Z" }]);
});

test("one that was ended is not announced again by its request", async () => {
  const { api, titles } = setUp();
  await announce(api, budi, body());
  const [made] = await ownAnnouncements(api, siti);
  await endAnnouncement(api, budi, made?.key ?? "");
  await announce(api, budi, body());

  expect(await titles(siti)).toEqual([]);
});

test("two of the same request at once announce once", async () => {
  const { api, titles } = setUp();
  await Promise.all([announce(api, budi, body()), announce(api, budi, body())]);

  expect(await titles(siti)).toHaveLength(1);
});
