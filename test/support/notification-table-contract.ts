import { expect, test } from "vitest";
import type {
  MailMessage,
  Notification,
  Notifications,
} from "#shared/notification/notification.ts";

export function aNotification(change: Partial<Notification> = {}): Notification {
  return {
    employeeId: "emp_siti",
    id: "2026-11-21T03:00:00.000Z#2",
    at: "2026-11-21T03:00:00.000Z",
    code: "card-changed",
    ...change,
  };
}

export function mailsOf({ employeeId, id }: Notification): MailMessage {
  return { employeeId, notificationId: id };
}

/** What every notification table does, the fake and the real one. `make` gives an empty table each time. */
export function notificationTableContract(make: () => Promise<Notifications>): void {
  test("an item is there once, however often it is added", async () => {
    const notifications = await make();
    const item = aNotification({ code: "mfa-reset-asked", matterId: "apr_1" });
    await notifications.add(item);
    await notifications.add(item);

    expect(await notifications.list("emp_siti")).toEqual([item]);
    expect(await notifications.mailsOf(mailsOf(item))).toMatchObject({ matterId: "apr_1" });
  });

  test.each(["sent", "refused"] as const)(
    "an item whose mail was %s says so when it is added again, and to its holder nothing",
    async (mail) => {
      const notifications = await make();
      expect(await notifications.add(aNotification())).toBe("waiting");
      expect(await notifications.add(aNotification())).toBe("waiting");
      await notifications.settleMail(mailsOf(aNotification()), mail);

      expect(await notifications.add(aNotification())).toBe(mail);
      expect(await notifications.list("emp_siti")).toEqual([aNotification()]);
    },
  );

  test("former addresses whose mail is settled are known until all are, and its holder never sees them", async () => {
    const notifications = await make();
    const item = aNotification({ code: "email-changed" });
    const message = mailsOf(item);
    await notifications.add(item);
    const addresses = ["lama@contoh.example", "tua@contoh.example"];
    for (const address of addresses) await notifications.settleFormerMail(message, address);

    expect(await notifications.mailsOf(message)).toMatchObject({
      ...{ code: "email-changed", mail: "waiting", settled: addresses },
    });
    expect(await notifications.list("emp_siti")).toEqual([item]);
    await notifications.settleMail(message, "sent");
    const settled = await notifications.mailsOf(message);
    expect(settled?.settled).toBeUndefined();
    expect(settled?.mail).toBe("sent");
  });

  test("mails that wait are one sender's until they are released, or its time is over", async () => {
    const notifications = await make();
    const message = mailsOf(aNotification());
    const [now, until] = [new Date("2026-11-21T03:00:00Z"), new Date("2026-11-21T03:01:30Z")];
    const later = new Date("2026-11-21T03:01:31Z");
    expect(await notifications.claimMails(message, { now, until })).toBeUndefined();
    await notifications.add(aNotification());

    const both = [1, 2].map(async () => await notifications.claimMails(message, { now, until }));
    const claims = (await Promise.all(both)).filter((claim) => claim !== undefined);
    expect(claims).toMatchObject([{ code: "card-changed", mail: "waiting" }]);
    await notifications.releaseMails(message);
    expect(await notifications.claimMails(message, { now, until })).toBeDefined();
    expect(await notifications.claimMails(message, { now: later, until: later })).toBeDefined();
    expect(await notifications.list("emp_siti")).toEqual([aNotification()]);

    await notifications.releaseMails(message);
    await notifications.settleMail(message, "sent");
    expect(await notifications.claimMails(message, { now, until })).toBeUndefined();
  });

  test("an item that is not there has no mails, and settling them makes none", async () => {
    const notifications = await make();
    const message = mailsOf(aNotification());

    expect(await notifications.mailsOf(message)).toBeUndefined();
    await expect(notifications.settleMail(message, "sent")).rejects.toThrow();
    await expect(notifications.settleFormerMail(message, "a@contoh.example")).rejects.toThrow();
    expect(await notifications.list("emp_siti")).toEqual([]);
  });

  test("an inbox is one holder's", async () => {
    const notifications = await make();
    await notifications.add(aNotification());
    await notifications.settleMail(mailsOf(aNotification()), "sent");

    expect(await notifications.list("emp_budi")).toEqual([]);
    expect(await notifications.add(aNotification({ employeeId: "emp_budi" }))).toBe("waiting");
  });

  test("an inbox shows its newest items, the newest first", async () => {
    const notifications = await make();
    const days = ["2026-11-20", "2026-11-22", "2026-11-21"];
    for (const day of days)
      await notifications.add(aNotification({ id: `${day}T00:00:00.000Z#2` }));

    const ids = (await notifications.list("emp_siti", 2)).map(({ id }) => id.slice(0, 10));
    expect(ids).toEqual(["2026-11-22", "2026-11-21"]);
  });

  test("an inbox shows twenty items", async () => {
    const notifications = await make();
    for (let i = 0; i < 22; i++) await notifications.add(aNotification({ id: `2026-${i}` }));

    expect(await notifications.list("emp_siti")).toHaveLength(20);
  });
}
