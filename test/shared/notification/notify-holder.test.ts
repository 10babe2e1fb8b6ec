import { expect, test } from "vitest";
import type { NotificationCode } from "#shared/notification/notification.ts";
import { notifyHolder } from "#shared/notification/notify-holder.ts";
import { anEmployee } from "../../support/builders.ts";
import { NotificationsInMemory } from "../../support/notifications-in-memory.ts";

const before = anEmployee();
const after = anEmployee({
  golongan: "III/b",
  email: "rahma@contoh.example",
  revision: 2,
  updatedAt: "2026-11-21T03:00:00.000Z",
});

function setUp() {
  const mails: { to: string; code: NotificationCode }[] = [];
  const mailer = {
    send: async (to: string, code: NotificationCode) => void mails.push({ to, code }),
  };
  return { notifications: new NotificationsInMemory(), mailer, mails };
}

test("a holder gets a mail at the record's newest address, and an inbox item", async () => {
  const world = setUp();
  const told = await notifyHolder(world, before, after);

  expect(world.mails).toEqual([{ to: "rahma@contoh.example", code: "card-changed" }]);
  expect(told).toMatchObject({ code: "card-changed" });
  expect(await world.notifications.list(after.id)).toEqual([told]);
});

test("a change is told once, however often it is heard of", async () => {
  const world = setUp();
  await notifyHolder(world, before, after);

  expect(await notifyHolder(world, before, after)).toBeUndefined();
  expect(world.mails).toHaveLength(1);
  expect(await world.notifications.list(after.id)).toHaveLength(1);
});

test("the next change is told too", async () => {
  const world = setUp();
  await notifyHolder(world, before, after);
  await notifyHolder(world, after, { ...after, golongan: "III/c", revision: 3 });

  expect(world.mails).toHaveLength(2);
});

test("a mail that could not be sent is sent when the change is heard of again", async () => {
  const world = setUp();
  const failing = { send: async () => Promise.reject(new Error("SES is away")) };

  await expect(notifyHolder({ ...world, mailer: failing }, before, after)).rejects.toThrow("SES");
  await notifyHolder(world, before, after);
  expect(world.mails).toHaveLength(1);
});
