import { expect, test } from "vitest";
import { secretId } from "#shared/session/secret.ts";
import { withoutEmail } from "../../support/builders.ts";
import { aNotification } from "../../support/notification-table-contract.ts";
import { former, moved, mailsUnderTest as setUp, siti } from "./mails-under-test.ts";

test("a mail goes to the address that the record has when it is sent, in its turn", async () => {
  const world = await setUp();
  const elsewhere = { ...siti, email: "rahma@contoh.example" };

  expect(await world.send(elsewhere)).toEqual([{ code: "card-changed", mail: "sent" }]);
  expect(world.mails).toEqual([{ to: elsewhere.email, code: "card-changed" }]);
  expect(world.turns()).toBe(1);
});

test("a message that comes twice sends one mail and takes one turn", async () => {
  const world = await setUp();
  await world.send();

  expect(await world.send()).toEqual([]);
  expect(world.mails).toHaveLength(1);
  expect(world.turns()).toBe(1);
});

test("a message that comes twice at the same moment sends one mail, and the other one comes back later", async () => {
  const world = await setUp();
  const both = await Promise.allSettled([world.send(), world.send()]);

  expect(both).toMatchObject([
    { status: "fulfilled", value: [{ mail: "sent" }] },
    { status: "rejected", reason: { code: "busy" } },
  ]);
  expect(world.mails).toHaveLength(1);
});

test("of another address the former one hears first", async () => {
  const world = await setUp(aNotification({ code: "email-changed" }), moved);
  await world.send();

  expect(world.mails.map(({ to }) => to)).toEqual([former, siti.email]);
});

test("the former address can freeze the account by a link of which only the hash is stored; the new one cannot", async () => {
  const item = aNotification({ code: "email-changed" });
  const world = await setUp(item, moved);
  await world.send();

  const [{ link } = {}, toNew] = world.mails;
  expect(toNew?.link).toBeUndefined();
  expect(link?.purpose).toBe("freeze");
  expect(world.links.all).toEqual([
    {
      id: secretId(link?.secret ?? ""),
      purpose: "freeze",
      employeeId: siti.id,
      about: item.at,
      endsAt: "2026-11-28T03:00:00.000Z",
    },
  ]);
});

test.each([
  "password-reset",
  "authenticator-replaced",
  "recovery-code-used",
  "signed-in-by-qr",
  "qr-replaced",
  "qr-paused",
  "qr-resumed",
  "nip-opened",
  "nip-closed",
] as const)("whoever did not cause %s can freeze the account by its mail", async (code) => {
  const world = await setUp(aNotification({ code }));
  await world.send();

  expect(world.mails).toMatchObject([{ to: siti.email, link: { purpose: "freeze" } }]);
  expect(world.links.all).toMatchObject([{ purpose: "freeze", employeeId: siti.id }]);
});

test("the link of a mail about a reset is bound to that one; of an unfreeze there is none", async () => {
  const asked = await setUp(aNotification({ code: "mfa-reset-asked", matterId: "apr_1" }));
  await asked.send();
  expect(asked.links.all).toMatchObject([{ purpose: "cancel-mfa-reset", matterId: "apr_1" }]);
  const unfrozen = await setUp(aNotification({ code: "account-unfrozen" }));
  await unfrozen.send();

  expect(unfrozen.mails).toEqual([{ to: siti.email, code: "account-unfrozen" }]);
});

test("after a failure only what is left is sent", async () => {
  const world = await setUp(aNotification({ code: "email-changed" }), moved);
  world.away.add(siti.email);
  await expect(world.send()).rejects.toThrow("SES is away");
  world.away.clear();

  expect(await world.send()).toEqual([{ code: "email-changed", mail: "sent" }]);
  expect(world.mails.map(({ to }) => to)).toEqual([former, siti.email]);
});

test("a former address that is refused does not silence the new one", async () => {
  const world = await setUp(aNotification({ code: "email-changed" }), moved);
  world.refused.add(former);

  expect((await world.send()).map(({ mail }) => mail)).toEqual(["refused", "sent"]);
  expect(await world.send()).toEqual([]);
});

test("a refused address is tried once", async () => {
  const world = await setUp();
  world.refused.add(siti.email);

  expect(await world.send()).toEqual([{ code: "card-changed", mail: "refused" }]);
  expect(await world.send()).toEqual([]);
});

test("an address from which mails came back gets none, and takes no turn", async () => {
  const world = await setUp();
  const failed = { ...siti, emailFailedAt: "2026-11-20T03:00:00.000Z" };

  expect(await world.send(failed)).toEqual([{ code: "card-changed", mail: "undeliverable" }]);
  expect(await world.send()).toEqual([]);
  expect(world.mails).toEqual([]);
  expect(world.turns()).toBe(0);
});

test("who has died gets none, and nobody at an address of before either", async () => {
  const world = await setUp();
  const from = "lama@contoh.example";
  const by = { role: "officer", id: "emp_budi" } as const;
  const emailMoves = [{ from, at: siti.updatedAt, by, approvedBy: "emp_rahayu" }];

  await world.send({ ...siti, diedOn: "2026-11-20", emailMoves });
  expect(world.mails).toEqual([]);
});

test("who has no address gets no mail, and the item is settled", async () => {
  const world = await setUp();

  expect(await world.send(withoutEmail(siti))).toEqual([
    { code: "card-changed", mail: "undeliverable" },
  ]);
  expect(await world.send()).toEqual([]);
  expect([world.mails, world.turns()]).toEqual([[], 0]);
});

test("an inbox item that is gone, and a person who is not there, have nothing to be sent", async () => {
  const gone = await setUp(aNotification({ employeeId: "emp_budi" }));

  expect(await gone.send()).toEqual([]);
  expect(gone.mails).toEqual([]);
  expect(gone.turns()).toBe(0);
});
