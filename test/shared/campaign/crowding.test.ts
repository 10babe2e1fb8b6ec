/** Leaves of the attack tree of decision 0088: who sends many forms, or opens many campaigns, keeps nobody else out. */
import { beforeEach, expect, test, vi } from "vitest";
import { endCampaign } from "#shared/campaign/open-campaign.ts";
import { runningCampaigns } from "#shared/campaign/send-form.ts";
import { logger } from "#shared/runtime/logger.ts";
import { openedCampaign, siti } from "../../support/campaign-world.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const evil = { nip: siti.nip, email: "penyerang@jahat.example" };

test("a stranger's forms keep the person's own one out neither by being first nor by their number", async () => {
  const { world, id } = await openedCampaign();
  for (let i = 0; i < 3; i++) await world.fill(id, { ...evil, email: `${i}@jahat.example` });
  await world.fill(id, { nip: siti.nip, email: "asli@contoh.example" });
  expect(await world.take()).toBe(3);
  const waiting = await world.requestsOf("emp_siti");
  expect(waiting).toHaveLength(3);
  expect(await world.figures(id)).toMatchObject({ received: 1, unmatched: 0 });
  const [last] = waiting;
  if (!last) throw new Error();
  await world.decide(last.id, "emp_oka", {
    act: "reject",
    code: "other",
    reason: "Bukan orangnya",
  });
  // It was sent before the refusal, and nobody sends it again.
  world.clock.advance({ hours: 1 });
  expect(await world.take()).toBe(1);
  const own = (await world.requestsOf("emp_siti")).find(({ state }) => state === "submitted");
  expect(JSON.stringify(own?.content)).toContain("asli@contoh.example");
});

test("a form that waits for room is looked at some times a day, and dropped two weeks after the end", async () => {
  const { world, id } = await openedCampaign();
  for (let i = 0; i < 4; i++) await world.fill(id, { ...evil, email: `${i}@jahat.example` });
  expect(await world.take()).toBe(3);
  const answers = vi.spyOn(world.campaigns, "answersOf");
  for (let runs = 0; runs < 24 * 12; runs++) await world.take();
  expect(answers.mock.calls.length).toBeLessThanOrEqual(6);
  world.clock.advance({ days: 24 });
  expect(await world.take()).toBe(1);
  expect(await world.figures(id)).toMatchObject({ unmatched: 1 });
});

test("who reads the recorded mailbox waits behind no stranger", async () => {
  const { world, id } = await openedCampaign();
  for (let i = 0; i < 3; i++) await world.fill(id, { ...evil, email: `${i}@jahat.example` });
  const { nip, email = "" } = siti;
  await world.fill(id, { nip, email, phone: "0812 9999 999" });
  expect(await world.take()).toBe(4);
  expect(await world.requestsOf("emp_siti")).toHaveLength(4);
});

test("one address is one waiting request, however often it is sent, and is mailed three codes an hour at most", async () => {
  const { world, id } = await openedCampaign();
  await world.fill(id, evil, "203.0.113.1");
  await world.fill(id, evil, "203.0.113.2");
  await world.take();
  await world.fill(id, evil, "203.0.113.3");
  await expect(world.fill(id, evil, "203.0.113.4")).rejects.toMatchObject({
    code: "too-many-attempts",
  });
  await world.take();
  expect(await world.requestsOf("emp_siti")).toHaveLength(1);
});

test.each([
  ["korban@contoh.example", "Korban+1@contoh.example", "korban+2+3@CONTOH.example"],
  ["korban.satu@gmail.com", "k.o.rbansatu@gmail.com", "korbansatu+a.b@googlemail.com"],
])("other spellings of %s bring it no further codes", async (address, ...spellings) => {
  const { world, id } = await openedCampaign();
  for (const email of [address, ...spellings]) await world.send(id, { ...evil, email });
  const again = address.replace("@", "+9@");
  await expect(world.send(id, { ...evil, email: again })).rejects.toMatchObject({
    code: "too-many-attempts",
  });
  await world.send(id, { ...evil, email: `lain-${address}` });
  expect(world.mailbox).toHaveLength(4);
});

test("one agency's campaigns close no other's: its form is taken, and it is listed", async () => {
  const { world, id } = await openedCampaign();
  const own = await world.campaigns.find(id);
  if (!own) throw new Error();
  for (let i = 0; i < 1000; i++) {
    const sooner = { endsAt: "2026-11-29T17:00:00.000Z", instansiId: "ins_lain" };
    const startsAt = i < 900 ? "2026-11-28T17:00:00.000Z" : own.startsAt;
    await world.campaigns.open({ ...own, ...sooner, id: `cmp_lain${i}`, startsAt }, ["emp_lain"]);
  }
  const listed = await runningCampaigns(world);
  expect(listed).toHaveLength(101);
  expect(listed.at(-1)?.id).toBe(id);
  world.clock.advance({ days: 8 });
  expect((await runningCampaigns(world)).map((each) => each.id)).not.toContain(id);
  await world.fill(id, evil);
  expect(await world.take()).toBe(1);
});

test("an agency has twenty campaigns that have not ended, and room for one when one ends", async () => {
  const { world } = await openedCampaign();
  world.limits.count = async () => {};
  for (let i = 1; i < 20; i++) await world.open({}, `k${i}`);
  await expect(world.open({}, "k20")).rejects.toMatchObject({ code: "too-many-campaigns" });
  // The same key is the same campaign still.
  const { id, version } = await world.open({}, "k19");
  const by = { employeeId: "emp_oka", instansiId: siti.instansiId, units: undefined } as const;
  await endCampaign(world, { id, version, by });
  expect((await world.open({}, "k20")).version).toBe(1);
});
