/** The leaf of decision 0088 that mails of strangers come back: so many codes of forms a day, and no more. */
import { beforeEach, expect, test, vi } from "vitest";
import {
  countFormCode,
  countFormConfirmed,
  requireFormAllowance,
} from "#shared/campaign/form-allowance.ts";
import { confirmForm } from "#shared/campaign/send-form.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aNip } from "../../support/builders.ts";
import { CampaignWorld, siti } from "../../support/campaign-world.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
  vi.spyOn(logger, "warn").mockReturnValue();
});

const evil = { nip: siti.nip, email: "penyerang@jahat.example" };
const nobody = aNip("199912312025012001");

async function started() {
  const world = new CampaignWorld(siti);
  const { id } = await world.open();
  return { world, id };
}

const spent = { code: "campaign-full" };
/** Each from another network, to another address. */
const sendOne = (world: CampaignWorld, id: `cmp_${string}`, i: number) =>
  world.send(id, { nip: nobody, email: `${i}@tidak-ada.example` }, `2001:db8:${i}::1`);

test("a campaign mails so many codes a day, whatever is typed; another campaign and another day have their own", async () => {
  const { world, id } = await started();
  for (let i = 0; i < 20; i++) await sendOne(world, id, i);
  await expect(sendOne(world, id, 20)).rejects.toMatchObject(spent);
  expect(world.mailbox).toHaveLength(20);
  expect(vi.mocked(logger.warn).mock.calls).toEqual([
    ["campaign.full", { campaignId: id, here: 20, everywhere: 20, proven: 0 }],
  ]);
  const other = await world.open({}, "another");
  await sendOne(world, other.id, 21);
  world.clock.advance({ hours: 24 });
  await sendOne(world, id, 22);
  expect(world.mailbox).toHaveLength(22);
});

test("500 mails a day may come back; each code that somebody types makes room for two more, up to a fifth of SES's day", async () => {
  const { world } = await started();
  const campaign = { id: "cmp_large", people: 9000 } as const;
  const now = world.clock.now();
  const ask = async () => {
    await requireFormAllowance(world, campaign, now);
    await countFormCode(world, campaign, now);
  };
  for (let i = 0; i < 500; i++) await ask();
  await expect(ask()).rejects.toMatchObject(spent);
  // As a form that was sent before.
  const { id } = await world.open({}, "another");
  await expect(sendOne(world, id, 1)).rejects.toMatchObject(spent);
  expect(world.mailbox).toEqual([]);
  await countFormConfirmed(world, now);
  for (let i = 0; i < 2; i++) await ask();
  await expect(ask()).rejects.toMatchObject(spent);
  for (let i = 0; i < 9000; i++) await countFormConfirmed(world, now);
  for (let i = 502; i < 10_000; i++) await ask();
  await expect(ask()).rejects.toMatchObject(spent);
});

test("a code that is typed counts once, however often it is sent", async () => {
  const { world, id } = await started();
  const add = vi.spyOn(world.limits, "add");
  const secret = await world.send(id, evil);
  const code = world.codeOf(evil.email);
  await Promise.all([0, 1].map(() => confirmForm(world, { secret, code })));
  await confirmForm(world, { secret, code });
  const counted = add.mock.calls.filter(([{ name }]) => name === "campaign-codes-confirmed");
  expect(counted).toHaveLength(1);
});

test("one network has 600 forms a day, and what is refused uses up nothing of the campaign's", async () => {
  const { world, id } = await started();
  const limit = { name: "campaign-forms", windowSeconds: 86_400 };
  for (let i = 0; i < 600; i++) await world.limits.add(limit, "203.0.113.7", world.clock.now());
  const add = vi.spyOn(world.limits, "add");
  world.clock.advance({ hours: 2 });
  await expect(world.send(id, evil)).rejects.toMatchObject({ code: "too-many-attempts" });
  expect(add.mock.calls.map(([{ name }]) => name)).not.toContain("campaign-codes");
});
