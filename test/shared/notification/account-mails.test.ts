import { expect, test } from "vitest";
import { aNotification } from "../../support/notification-table-contract.ts";
import { former, move, moved, mailsUnderTest as setUp, siti } from "./mails-under-test.ts";

const day = (n: number) => `2026-11-${n}T03:00:00.000Z`;

const approved = aNotification({ code: "mfa-reset-approved", matterId: "apr_1" });

test.each([
  ["mfa-reset-asked", 20, true],
  ["mfa-reset-asked", 27, true],
  ["mfa-reset-asked", 28, false],
  ["mfa-reset-cancelled", 27, true],
  ["roles-changed", 27, true],
  ["card-changed", 22, false],
  ["activation-resent", 22, false],
] as const)("whether the address of before hears of %s on day %i: %s", async (code, on, hears) => {
  const world = await setUp(aNotification({ code, at: day(on), matterId: "apr_1" }), moved);
  await world.send();

  expect(world.mails.map(({ to }) => to)).toEqual(hears ? [former, siti.email] : [siti.email]);
});

test("both addresses can cancel a reset, each by a link of its own", async () => {
  const item = aNotification({ code: "mfa-reset-asked", matterId: "apr_1" });
  const world = await setUp(item, moved);
  await world.send();

  const link = { purpose: "cancel-mfa-reset", employeeId: siti.id, matterId: "apr_1" };
  expect(world.links.all).toMatchObject([link, link]);
  expect(new Set(world.mails.map(({ link: { secret = "" } = {} }) => secret)).size).toBe(2);
});

test("a reset of who is absent takes effect a day after its first mail has gone", async () => {
  const world = await setUp(approved, moved);
  world.away.add(former);
  await expect(world.send()).rejects.toThrow("SES is away");
  expect(await world.effectiveFrom()).toBeUndefined();
  world.away.clear();
  await world.send();

  expect(await world.effectiveFrom()).toBe("2026-11-22T03:00:00.000Z");
});

test("a reset of which no mail has gone never takes effect, nor by a mail about another one", async () => {
  const refusing = await setUp(approved);
  refusing.refused.add(siti.email);
  await refusing.send();
  const failed = await setUp(approved, { ...siti, emailFailedAt: day(20) });
  await failed.send();
  const another = await setUp({ ...approved, matterId: "apr_2" });
  await another.send();
  const asked = await setUp({ ...approved, code: "mfa-reset-asked" });
  await asked.send();

  for (const { effectiveFrom } of [refusing, failed, another, asked])
    expect(await effectiveFrom()).toBeUndefined();
});

test("who changes an address twice silences nobody: each address of before hears, once", async () => {
  const between = { ...move, from: "antara@contoh.example" };
  const again = { ...move, from: former.toUpperCase() };
  const back = { ...move, from: siti.email };
  const record = { ...siti, emailMoves: [move, between, again, back] };
  const world = await setUp(aNotification({ code: "password-reset" }), record);
  world.away.add(between.from);
  await expect(world.send()).rejects.toThrow("SES is away");
  world.away.clear();
  await world.send();

  expect(world.mails.map(({ to }) => to)).toEqual([former, between.from, siti.email]);
});

test("where mails to the record's address come back the address of before still hears", async () => {
  const failed = { ...moved, emailFailedAt: day(20) };
  const world = await setUp(aNotification({ code: "mfa-reset-asked" }), failed);
  const mails = (await world.send()).map(({ mail }) => mail);

  expect(mails).toEqual(["sent", "undeliverable"]);
  expect(world.mails).toMatchObject([{ to: former }]);
});
