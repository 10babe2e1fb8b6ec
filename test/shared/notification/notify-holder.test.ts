import { expect, test } from "vitest";
import type { MailMessage } from "#shared/notification/notification.ts";
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
const message = { employeeId: after.id, notificationId: `${after.updatedAt}#2` };

function setUp() {
  const asked: MailMessage[] = [];
  const notifications = new NotificationsInMemory();
  const mails = { send: async (each: MailMessage) => void asked.push(each) };
  const inbox = async () => (await notifications.list(after.id)).map(({ code }) => code);
  return { notifications, mails, asked, inbox };
}

test("a holder gets an inbox item, and its mail is asked for by ids alone", async () => {
  const world = setUp();
  const told = await notifyHolder(world, before, after);

  expect(world.asked).toEqual([message]);
  expect(told).toMatchObject([{ code: "card-changed" }]);
  expect(await world.inbox()).toEqual(["card-changed"]);
});

test("a change that is heard of again is asked for again while its mail waits, and never after it was sent", async () => {
  const world = setUp();
  await notifyHolder(world, before, after);
  await notifyHolder(world, before, after);
  await world.notifications.settleMail(message, "sent");

  expect(await notifyHolder(world, before, after)).toEqual([]);
  expect(world.asked).toEqual([message, message]);
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

  expect(world.asked).toHaveLength(2);
});

test("the inbox has it before the mail is asked for, and a mail that could not be is asked for later", async () => {
  const world = setUp();
  const failing = { send: async () => Promise.reject(new Error("SQS is away")) };

  await expect(notifyHolder({ ...world, mails: failing }, before, after)).rejects.toThrow("SQS");
  expect(await world.inbox()).toEqual(["card-changed"]);
  await notifyHolder(world, before, after);
  expect(world.asked).toEqual([message]);
});

test("another address is news by itself", async () => {
  const world = setUp();
  await notifyHolder(world, before, { ...before, email: "rahma@contoh.example", revision: 2 });

  expect(await world.inbox()).toEqual(["email-changed"]);
});

test("a new name of the agency is in the inbox, and no mail is asked for, however often it is heard of", async () => {
  const world = setUp();
  const renamed = { ...after, golongan: before.golongan, instansi: "Pemerintah Kota Baru" };
  for (let i = 0; i < 2; i++) await notifyHolder(world, before, renamed);

  expect(await world.inbox()).toEqual(["card-changed"]);
  expect(world.asked).toEqual([]);
});
