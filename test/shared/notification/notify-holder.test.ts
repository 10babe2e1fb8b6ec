import { expect, test } from "vitest";
import type { NotificationCode } from "#shared/notification/notification.ts";
import { notifyHolder } from "#shared/notification/notify-holder.ts";
import { anEmployee } from "../../support/builders.ts";
import { NotificationsInMemory } from "../../support/notifications-in-memory.ts";

const before = anEmployee();
const after = anEmployee({
  golongan: "III/b",
  revision: 2,
  updatedAt: "2026-11-21T03:00:00.000Z",
  cardChangedAt: "2026-11-21T03:00:00.000Z",
});

function setUp() {
  const mails: { to: string; code: NotificationCode }[] = [];
  const notifications = new NotificationsInMemory();
  const mailer = {
    send: async (to: string, code: NotificationCode) => {
      mails.push({ to, code });
      return "sent" as const;
    },
  };
  const inbox = async () => (await notifications.list(after.id)).map(({ code }) => code);
  return { notifications, mailer, mails, inbox };
}

test("a holder gets an inbox item and a mail", async () => {
  const world = setUp();
  const told = await notifyHolder(world, before, after);

  expect(world.mails).toEqual([{ to: before.email, code: "card-changed" }]);
  expect(told).toMatchObject([{ notification: { code: "card-changed" }, mail: "sent" }]);
  expect(await world.inbox()).toEqual(["card-changed"]);
});

test("a change is told once, however often it is heard of", async () => {
  const world = setUp();
  await notifyHolder(world, before, after);

  expect(await notifyHolder(world, before, after)).toEqual([]);
  expect(world.mails).toHaveLength(1);
  expect(await world.inbox()).toHaveLength(1);
});

test("the next change is told too", async () => {
  const world = setUp();
  await notifyHolder(world, before, after);
  await notifyHolder(world, after, {
    ...after,
    golongan: "III/c",
    revision: 3,
    cardChangedAt: "x",
  });

  expect(world.mails).toHaveLength(2);
});

test("the inbox has it before the mail is tried, and a mail that failed is sent later", async () => {
  const world = setUp();
  const failing = { send: async () => Promise.reject(new Error("SES is away")) };

  await expect(notifyHolder({ ...world, mailer: failing }, before, after)).rejects.toThrow("SES");
  expect(await world.inbox()).toEqual(["card-changed"]);
  await notifyHolder(world, before, after);
  expect(world.mails).toHaveLength(1);
});

test("an address that is refused silences neither the inbox nor what comes later", async () => {
  const world = setUp();
  const refusing = { send: async () => "refused" as const };

  const told = await notifyHolder({ ...world, mailer: refusing }, before, after);
  expect(told.map(({ mail }) => mail)).toEqual(["refused"]);
  expect(await world.inbox()).toEqual(["card-changed"]);
  expect(await notifyHolder(world, before, after)).toEqual([]);
});

test("of another address the old one hears first, then the new one, also when the old one is refused", async () => {
  const world = setUp();
  const moved = { ...before, email: "rahma@contoh.example", revision: 2 };
  const tried: string[] = [];
  const mailer = {
    send: async (to: string) => {
      tried.push(to);
      return to === before.email ? ("refused" as const) : ("sent" as const);
    },
  };
  const told = await notifyHolder({ ...world, mailer }, before, moved);

  expect(tried).toEqual([before.email, "rahma@contoh.example"]);
  expect(told.map(({ mail }) => mail)).toEqual(["refused"]);
  expect(await world.inbox()).toEqual(["email-changed"]);
});
