/** A campaign from its opening to its figures. */
import { beforeEach, expect, test, vi } from "vitest";
import { newCampaign } from "#shared/campaign/campaign-answers.ts";
import { campaignFigures } from "#shared/campaign/campaign-figures.ts";
import {
  countPeople,
  endCampaign,
  findCampaign,
  openCampaign,
} from "#shared/campaign/open-campaign.ts";
import { confirmForm } from "#shared/campaign/send-form.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aNip, anEmployee, withoutEmail } from "../../support/builders.ts";
import { CampaignWorld, campaignDays, siti } from "../../support/campaign-world.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const person = (i: number, fields: Partial<Employee> = {}) =>
  anEmployee({
    id: `emp_p${String(i).padStart(4, "0")}`,
    nip: aNip(`198${i % 10}0212201${Math.floor(i / 10) % 10}01200${1 + (Math.floor(i / 100) % 9)}`),
    email: `lama${i}@contoh.example`,
    phone: "0811 0000 000",
    ...fields,
  });
const whole = { employeeId: "emp_oka", instansiId: siti.instansiId, units: undefined } as const;

test("500 people: it ends at the instant of its last day, and its figures are exact", {
  timeout: 60_000,
}, async () => {
  const people = Array.from({ length: 500 }, (_, i) => person(i));
  const world = new CampaignWorld(...people);
  const { clock, requests } = world;
  const opened = await world.open({ units: ["Bagian Umum"] });
  // The two officers work there too.
  expect(opened).toMatchObject({ people: 502, endsAt: "2026-11-30T17:00:00.000Z" });

  const send = async (i: number) => {
    const { nip = aNip() } = people[i] ?? {};
    await world.fill(opened.id, { nip, email: `baru${i}@contoh.example` }, `203.0.113.${i % 200}`);
  };
  for (let i = 0; i < 320; i++) {
    await send(i);
    clock.advance({ seconds: 30 });
  }
  expect(await world.take()).toBe(320);
  // Two answer twice: counted once each.
  for (const i of [0, 1]) {
    const { nip = aNip() } = people[i] ?? {};
    await world.fill(opened.id, { nip, email: `lagi${i}@contoh.example` });
  }
  // The last one saves in the last second, the job comes after the end; another one is too late.
  const secondsTo = (at: string) => (Date.parse(at) - clock.now().getTime()) / 1000;
  clock.advance({ seconds: secondsTo(opened.endsAt) - 1 });
  await send(320);
  clock.advance({ seconds: secondsTo(opened.endsAt) });
  await expect(send(321)).rejects.toMatchObject({ code: "campaign-ended" });
  expect(await world.take()).toBe(3);

  const all = await requests.waiting(siti.instansiId, { limit: 999 });
  expect(all).toHaveLength(323);
  // 200 people are agreed to by two, 50 rejected; nobody of them has an account yet.
  const first = all.filter(({ person: id }) => id < "emp_p0200" && id > "emp_p0001");
  for (const { id } of first) {
    await world.decide(id, "emp_oka");
    await world.decide(id, "emp_tuti");
  }
  const second = all.filter(({ person: id }) => id >= "emp_p0200" && id < "emp_p0250");
  for (const { id } of second)
    await world.decide(id, "emp_oka", { act: "reject", code: "other", reason: "Bukan orangnya" });
  expect([first.length, second.length]).toEqual([198, 50]);

  expect(await world.figures(opened.id)).toEqual({
    ...{ people: 502, received: 321, waiting: 321 - 198 - 50, approved: 198, refused: 50 },
    ...{ unanswered: 502 - 321, unmatched: 0 },
  });
  const left: string[] = [];
  for (let after: string | undefined = ""; after !== undefined; ) {
    const page: Awaited<ReturnType<CampaignWorld["unanswered"]>> = await world.unanswered(
      opened.id,
      after,
    );
    left.push(...page.items.map(({ id }) => id));
    after = page.next;
  }
  expect(left).toHaveLength(181);
  expect(new Set(left).size).toBe(181);
  expect(left).not.toContain("emp_p0320");
  expect(left).toContain("emp_p0321");
});

test("its group is who fits at its opening: by unit, by kind, by what is missing", async () => {
  const lacking = withoutEmail(person(1));
  const world = new CampaignWorld(
    lacking,
    person(2, { unitKerja: "Dinas Kesehatan" }),
    person(3, { kedudukanHukum: "99" }),
    person(4, { instansiId: "ins_lain" }),
  );
  const people = async (group: Parameters<typeof world.open>[0], key: string) =>
    await world.campaigns.peopleOf((await world.open(group, key)).id);

  expect(await people({ units: ["Dinas Kesehatan"] }, "a")).toEqual(["emp_p0002"]);
  expect(await people({ lacks: "COM_6" }, "b")).toEqual(["emp_p0001"]);
  expect(await people({}, "c")).toEqual(["emp_oka", "emp_p0001", "emp_p0002", "emp_tuti"]);
  await expect(world.open({ kind: "PPPK" }, "d")).rejects.toMatchObject({ code: "nobody-to-ask" });
});

test("a look tells how many it would ask, opens nothing, and is refused as the opening is", async () => {
  const people = [person(0), person(1), person(2, { unitKerja: "Dinas B" })];
  const world = new CampaignWorld(...people);
  const asked = { title: "Surel", ...campaignDays, by: whole };
  const count = (change: object) => countPeople(world, { ...asked, group: {}, ...change });

  expect(await count({ group: { units: ["Dinas B"] } })).toBe(1);
  expect(await count({})).toBe((await world.open()).people);
  expect(await world.campaigns.of(siti.instansiId, 9)).toHaveLength(1);
  await expect(count({ group: { units: ["Dinas C"] } })).rejects.toMatchObject({
    code: "nobody-to-ask",
  });
  await expect(count({ title: " " })).rejects.toMatchObject({
    problems: [{ field: "title", code: "required" }],
  });
});

test("a unit that is named twice is one: its people are asked, counted and listed once", async () => {
  const units = ["Dinas Kesehatan", "Dinas Kesehatan", "dinas kesehatan", "Dinas Kesehatan"];
  const body = { key: "k".repeat(26), title: "Surel", group: { units }, ...campaignDays };
  const { group } = newCampaign.parse(body);
  expect(group.units).toEqual(["Dinas Kesehatan", "dinas kesehatan"]);

  // And where something else opens it.
  const of = (i: number) => person(i, { unitKerja: "Dinas Kesehatan" });
  const world = new CampaignWorld(of(1), of(2));
  const opened = await world.open({ units });
  expect(opened.people).toBe(2);
  expect(await world.campaigns.peopleOf(opened.id)).toEqual(["emp_p0001", "emp_p0002"]);
});

test("the page's key is one campaign, however often it is sent; what cannot be is refused at its field", async () => {
  const world = new CampaignWorld(person(1));
  const [one, two] = await Promise.all([world.open(), world.open()]);
  expect(one).toEqual(two);
  await expect(world.open({ kind: "PNS" })).rejects.toMatchObject({ code: "request-mismatch" });
  const ask = async (change: object, by: object = whole) =>
    await openCampaign(world, {
      ...{ key: "other", title: "Surel", group: {}, ...campaignDays, by: whole, ...change },
      ...("employeeId" in by ? {} : { by: { ...whole, ...by } }),
    }).catch(({ problems }) => problems);
  const at = (field: string, code: string) => [expect.objectContaining({ field, code })];

  expect(await ask({ title: "  " })).toEqual(at("title", "required"));
  expect(await ask({ lastDay: "2026-11-20" })).toEqual(at("lastDay", "day-passed"));
  expect(await ask({ firstDay: "2026-12-02", lastDay: "2026-12-01" })).toEqual(
    at("lastDay", "day-too-early"),
  );
  expect(await ask({ lastDay: "2027-12-01" })).toEqual(at("lastDay", "day-too-far"));
  const farOff = { firstDay: "9999-12-30", lastDay: "9999-12-31" };
  expect(await ask(farOff)).toEqual([
    { field: "firstDay", code: "day-too-far", params: { max: "22-11-2027" } },
  ]);
  expect(await ask({ lastDay: "1/2/2027" })).toEqual(at("lastDay", "day-malformed"));
  expect(await ask({ group: { units: ["Dinas Kesehatan"] } }, { units: ["Bagian Umum"] })).toEqual(
    at("units", "unit-not-yours"),
  );
});

test("who is responsible for some units asks only these, and sees no other campaign", async () => {
  const world = new CampaignWorld(person(1), person(2, { unitKerja: "Dinas Kesehatan" }));
  const health = { ...whole, units: ["Dinas Kesehatan"] };
  const asked = { key: "h", title: "Surel", group: {}, ...campaignDays, by: health };
  const own = await openCampaign(world, asked);
  expect(await world.campaigns.peopleOf(own.id)).toEqual(["emp_p0002"]);
  expect(await findCampaign(world, { id: own.id, by: whole })).toEqual(own);
  const all = await world.open();
  for (const by of [health, { ...whole, instansiId: "ins_lain" }])
    await expect(findCampaign(world, { id: all.id, by })).rejects.toMatchObject({
      code: "not-found",
    });
});

test("it is ended early once, from what its officer saw; forms that were sent before count", async () => {
  const world = new CampaignWorld(person(1), person(2));
  const opened = await world.open();
  const one = await world.send(opened.id, { nip: person(1).nip, email: "baru1@contoh.example" });
  world.clock.advance({ minutes: 1 });
  const end = (version: number) => endCampaign(world, { id: opened.id, version, by: whole });
  await expect(end(7)).rejects.toMatchObject({ code: "campaign-changed" });
  const ended = await end(1);
  expect(ended).toMatchObject({ endedBy: "emp_oka", endsAt: world.clock.now().toISOString() });
  expect(await end(1)).toEqual(ended);
  await expect(
    world.send(opened.id, { nip: person(2).nip, email: "baru2@contoh.example" }),
  ).rejects.toMatchObject({ code: "campaign-ended" });

  await confirmForm(world, { secret: one, code: world.codeOf("baru1@contoh.example") });
  await world.take();
  expect(await campaignFigures(world, ended)).toMatchObject({ received: 1, unanswered: 3 });
});

test("of two ends at one moment both see the first", async () => {
  const world = new CampaignWorld(person(1));
  const opened = await world.open();
  const ending = { id: opened.id, version: 1 };
  const ends = await Promise.all(
    (["emp_oka", "emp_tuti"] as const).map((employeeId) =>
      endCampaign(world, { ...ending, by: { ...whole, employeeId } }),
    ),
  );
  expect(ends[0]).toEqual(ends[1]);
  expect(await world.campaigns.find(opened.id)).toEqual(ends[0]);
});

test("who types what the record says already has answered, and nobody decides anything", async () => {
  const world = new CampaignWorld(person(1));
  const opened = await world.open();
  await world.fill(opened.id, {
    nip: person(1).nip,
    email: "LAMA1@contoh.example",
    phone: "0811-0000-000",
  });
  await world.take();
  expect(await world.requestsOf("emp_p0001")).toEqual([]);
  expect(await world.figures(opened.id)).toMatchObject({ received: 1, approved: 1, waiting: 0 });
});
