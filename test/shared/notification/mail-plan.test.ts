import { describe, expect, test } from "vitest";
import { dueDays, type MailPlan, nextSummary, withPlace } from "#shared/notification/mail-plan.ts";
import { mailPlanTableContract } from "../../support/mail-plan-table-contract.ts";
import { inboxesInMemory } from "../../support/mail-plans-in-memory.ts";

describe("plans of mails in memory", () => mailPlanTableContract(async () => inboxesInMemory()));

test.each([
  // 06.59 and 07.00 in Jakarta.
  ["2026-11-20T23:59:59Z", "2026-11-21"],
  ["2026-11-21T00:00:00Z", "2026-11-22"],
  ["2026-11-21T16:59:59Z", "2026-11-22"],
  ["2026-11-21T17:00:00Z", "2026-11-22"],
])("what is kept at %s is in the summary of %s, which is due then and not before", (at, day) => {
  expect(nextSummary(new Date(at))).toBe(day);
  const due = Date.parse(`${day}T00:00:00Z`);
  expect(dueDays(new Date(due))).toContain(day);
  expect(dueDays(new Date(due - 1))).not.toContain(day);
  expect(dueDays(new Date(due + 13 * 86_400_000))).toContain(day);
});

test("a day has three places, and the same mail keeps its own", () => {
  const at = new Date("2026-11-21T03:00:00Z");
  const plan: MailPlan = { employeeId: "emp_siti", revision: 0 };
  const full = ["a", "b", "c"].reduce((to, mail) => withPlace(to, mail, at) ?? to, plan);

  expect(withPlace(full, "d", at)).toBeUndefined();
  expect(withPlace(full, "b", at)).toBe(full);
  expect(withPlace(full, "d", new Date("2026-11-21T17:00:00Z"))).toMatchObject({
    ...{ day: "2026-11-22", mails: ["d"] },
  });
});
