import { expect, test } from "vitest";
import type { MailPlans } from "#shared/notification/mail-plan.ts";
import type { Notifications } from "#shared/notification/notification.ts";
import { aNotification, mailsOf } from "./notification-table-contract.ts";

interface Both {
  readonly plans: MailPlans;
  readonly notifications: Notifications;
}

const day = "2026-11-22";
const now = new Date("2026-11-21T04:00:00Z");

/** What every table of plans of mails does, the fake and the real one. `make` gives an empty table each time. */
export function mailPlanTableContract(make: () => Promise<Both>): void {
  test("a plan is written behind the one that was read, and is no item of the inbox", async () => {
    const { plans, notifications } = await make();
    const unwritten = await plans.find("emp_siti");
    expect(unwritten).toEqual({ employeeId: "emp_siti", revision: 0 });
    expect(await plans.replace({ ...unwritten, wish: "daily" })).toBe(true);
    expect(await plans.replace({ ...unwritten, wish: "inbox-only" })).toBe(false);
    const written = await plans.find("emp_siti");
    expect(written).toEqual({ employeeId: "emp_siti", revision: 1, wish: "daily" });
    expect(await plans.replace({ ...written, day, mails: ["a"] })).toBe(true);

    expect(await plans.find("emp_siti")).toMatchObject({
      wish: "daily",
      mails: ["a"],
      revision: 2,
    });
    expect(await plans.find("emp_budi")).toEqual({ employeeId: "emp_budi", revision: 0 });
    expect(await notifications.list("emp_siti")).toEqual([]);
  });

  test("a mail that is kept waits for the summary of its day, once, and is no sender's any more", async () => {
    const { plans, notifications } = await make();
    const message = mailsOf(aNotification());
    expect(await plans.keep(message, day)).toBe(false);
    await notifications.add(aNotification());
    await notifications.claimMails(message, { now, until: now });
    expect(await plans.keep(message, day)).toBe(true);
    expect(await plans.keep(message, day)).toBe(false);

    expect(await notifications.add(aNotification())).toBe("kept");
    expect(await notifications.claimMails(message, { now, until: now })).toBeUndefined();
    expect(await notifications.kept("emp_siti", now)).toEqual([aNotification()]);
    expect(await notifications.kept("emp_budi", now)).toEqual([]);
    expect(await plans.due(day, 9)).toEqual(["emp_siti"]);
    await notifications.settleMail(message, "sent");
    expect(await notifications.kept("emp_siti", now)).toEqual([]);
    expect(await notifications.list("emp_siti")).toEqual([aNotification()]);
  });

  test("summaries are due on their day until they are asked for", async () => {
    const { plans } = await make();
    for (const id of ["emp_siti", "emp_budi", "emp_budi"] as const) await plans.ask(id, day);
    await plans.ask("emp_siti", "2026-11-23");

    expect(await plans.due(day, 1)).toEqual(["emp_budi"]);
    await plans.asked("emp_budi", day);
    expect(await plans.due(day, 9)).toEqual(["emp_siti"]);
    expect(await plans.due("2026-11-23", 9)).toEqual(["emp_siti"]);
  });
}
