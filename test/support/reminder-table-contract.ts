import { expect, test } from "vitest";
import { entryOf } from "#shared/account/account-event.ts";
import type { AccountSummary } from "#shared/account/account-record.ts";
import type { Reminders } from "#shared/account/reminders.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";

const id = "emp_siti";
const noon = new Date("2026-11-26T05:00:00.000Z");
const weekLater = new Date("2026-12-03T05:00:00.000Z");

export interface RemindersUnderTest {
  readonly reminders: Reminders;
  /** Siti's account; nobody else has one. */
  summary(): Promise<AccountSummary | undefined>;
  history(): Promise<readonly AuditEntry[]>;
}

/** What every table of reminders does, the fake and the real one. `make` gives one with an account of Siti's. */
export function reminderTableContract(make: () => Promise<RemindersUnderTest>): void {
  const reminder = (runId: string, at: Date, employeeId: "emp_siti" | "emp_nobody" = id) => ({
    ...{ id: employeeId, runId, at },
    entry: entryOf({
      ...{ employeeId, action: "activation-resent", at },
      actor: { role: "officer", id: "emp_budi" },
    } as const),
  });

  test("a reminder is noted with its run, and in the history", async () => {
    const { reminders, summary, history } = await make();

    expect(await reminders.remind(reminder("blk_1", noon))).toBe(true);
    expect((await summary())?.reminded).toEqual({ sentAt: noon.toISOString(), runId: "blk_1" });
    expect(await history()).toMatchObject([{ action: "activation-resent" }]);
  });

  test("within a week there is no other one, of the same run or of another", async () => {
    const { reminders, summary, history } = await make();
    await reminders.remind(reminder("blk_1", noon));
    const soon = new Date(weekLater.getTime() - 1);

    expect(await reminders.remind(reminder("blk_1", soon))).toBe(false);
    expect(await reminders.remind(reminder("blk_2", soon))).toBe(false);
    expect((await summary())?.reminded?.runId).toBe("blk_1");
    expect(await history()).toHaveLength(1);
    expect(await reminders.remind(reminder("blk_2", weekLater))).toBe(true);
    expect(await history()).toHaveLength(2);
  });

  test("of two at once one is made", async () => {
    const { reminders, history } = await make();
    const both = await Promise.all([
      reminders.remind(reminder("blk_1", noon)),
      reminders.remind(reminder("blk_2", new Date(noon.getTime() + 1))),
    ]);

    expect(both.sort()).toEqual([false, true]);
    expect(await history()).toHaveLength(1);
  });

  test("where there is no account, nobody is reminded", async () => {
    const { reminders, history } = await make();

    expect(await reminders.remind(reminder("blk_1", noon, "emp_nobody"))).toBe(false);
    expect(await history()).toEqual([]);
  });
}
