import { expect, test } from "vitest";
import type {
  MailLink,
  Notification,
  NotificationCode,
} from "#shared/notification/notification.ts";
import { sendMail } from "#shared/notification/send-mail.ts";
import { secretId } from "#shared/session/secret.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { MailedLinksInMemory } from "../../support/mailed-links-in-memory.ts";
import { aNotification, mailsOf } from "../../support/notification-table-contract.ts";
import { NotificationsInMemory } from "../../support/notifications-in-memory.ts";

const former = "lama@contoh.example";
const by = { role: "officer", id: "emp_budi" } as const;
const move = { from: former, at: "2026-11-21T03:00:00.000Z", by };
const siti = anEmployee();
/** Whose address an officer has changed. */
const moved = { ...siti, emailMoves: [move] };

async function setUp(item: Notification = aNotification(), record = siti) {
  const mails: { to: string; code: NotificationCode; link?: MailLink }[] = [];
  const links = new MailedLinksInMemory();
  const [away, refused] = [new Set<string>(), new Set<string>()];
  const notifications = new NotificationsInMemory();
  await notifications.add(item);
  let turns = 0;
  const send = async (now = record) =>
    await sendMail(
      {
        notifications,
        employees: new EmployeesInMemory(now),
        mailer: {
          send: async (to, code, link) => {
            if (away.has(to)) throw new Error("SES is away");
            if (refused.has(to)) return "refused";
            mails.push({ to, code, ...(link && { link }) });
            return "sent";
          },
        },
        links,
        allowance: { take: async () => void turns++ },
        clock: new FakeClock(),
      },
      mailsOf(item),
    );
  return { send, mails, links, away, refused, turns: () => turns };
}

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

const day = (n: number) => `2026-11-${n}T03:00:00.000Z`;

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

test("an inbox item that is gone, and a person who is not there, have nothing to be sent", async () => {
  const gone = await setUp(aNotification({ employeeId: "emp_budi" }));

  expect(await gone.send()).toEqual([]);
  expect(gone.mails).toEqual([]);
  expect(gone.turns()).toBe(0);
});
