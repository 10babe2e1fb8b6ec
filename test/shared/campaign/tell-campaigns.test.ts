/** A campaign tells its people once: by an event of their account, of which the notifier makes a notice. */
import { expect, test } from "vitest";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { campaignsAsking } from "#shared/campaign/campaigns-asking.ts";
import { endCampaign } from "#shared/campaign/open-campaign.ts";
import { tellCampaigns } from "#shared/campaign/tell-campaigns.ts";
import { isSecurity } from "#shared/notification/catalogue.ts";
import { notifyOfAccountEvent } from "#shared/notification/notify-of-account-event.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { CampaignWorld, siti } from "../../support/campaign-world.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { NotificationsInMemory } from "../../support/notifications-in-memory.ts";

const other = anEmployee({
  ...{ id: "emp_lain", nip: aNip("198502122010012031"), unitKerja: "Dinas Lain" },
  email: "lain@contoh.example",
});
const left = anEmployee({
  ...{ id: "emp_pergi", nip: aNip("198502122010012032"), email: "pergi@contoh.example" },
});
const by = { employeeId: "emp_oka", instansiId: siti.instansiId, units: undefined } as const;

function begun() {
  const world = new CampaignWorld(siti, other, left);
  const entries: AuditEntry[] = [];
  const history = new HistoryInMemory(entries);
  const people = [siti, other, { ...left, kedudukanHukum: "99" }];
  const { campaigns, clock } = world;
  const tell = async () =>
    await tellCampaigns({ campaigns, clock, history }, siti.instansiId, people);
  return { world, entries, tell };
}

test("its people are told once, however often the night comes, and who has left is not", async () => {
  const { world, entries, tell } = begun();
  await world.open({ units: [siti.unitKerja] });
  expect([await tell(), await tell()]).toEqual([1, 0]);
  world.clock.advance({ hours: 24 });
  expect(await tell()).toBe(0);

  expect(entries.map(({ subjectId, action }) => [subjectId, action])).toEqual([
    ["account#emp_siti", "contact-asked"],
  ]);
});

test("who moved to another agency, unit or kind is neither told of it nor asked by the pages", async () => {
  const { world, entries } = begun();
  await world.open({ units: [siti.unitKerja], kind: "PNS" });
  const { campaigns, clock } = world;
  const api = { campaigns, clock, history: new HistoryInMemory(entries) };
  for (const [change, isAsked] of [
    [{ instansiId: "ins_lain" }, 0],
    [{ unitKerja: "Dinas Lain" }, 0],
    [{ kind: "PPPK" }, 0],
    [{ kedudukanHukum: "99" }, 0],
    [{ joinedInto: "emp_lain" }, 0],
    [{}, 1],
  ] as const) {
    const now = { ...siti, ...change };
    expect(await tellCampaigns(api, siti.instansiId, [now]), JSON.stringify(change)).toBe(isAsked);
    expect(await campaignsAsking(world, now)).toHaveLength(isAsked);
  }
});

test("each campaign has a notice of its own, which may wait for the day's summary", async () => {
  const { world, entries, tell } = begun();
  await world.open({}, "a".repeat(26));
  await world.open({}, "b".repeat(26));
  expect(await tell()).toBe(4);
  const api = { notifications: new NotificationsInMemory(), mails: { send: async () => {} } };
  const told: string[] = [];
  for (const entry of entries)
    for (const { employeeId, code } of await notifyOfAccountEvent(api, entry))
      told.push(`${employeeId} ${code}`);

  const ofEach = (id: string) => Array<string>(2).fill(`${id} contact-asked`);
  expect(told.toSorted()).toEqual([...ofEach("emp_lain"), ...ofEach("emp_siti")]);
  expect(isSecurity("contact-asked")).toBe(false);
});

test("nobody is told who has answered, of one that was ended, or of one that began long ago", async () => {
  const answered = begun();
  const { id } = await answered.world.open({ units: [siti.unitKerja] });
  await answered.world.fill(id, { nip: siti.nip, email: "baru@contoh.example" });
  await answered.world.take();
  expect(await answered.tell()).toBe(0);

  const ended = begun();
  const opened = await ended.world.open();
  ended.world.clock.advance({ hours: 1 });
  await endCampaign(ended.world, { id: opened.id, version: 1, by });
  expect(await ended.tell()).toBe(0);

  const late = begun();
  await late.world.open();
  late.world.clock.advance({ hours: 24 * 8 });
  expect(await late.tell()).toBe(0);
});
