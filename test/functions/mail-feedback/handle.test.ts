import { beforeEach, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { readFeedback } from "../../../functions/mail-feedback/handle.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aContext, aMessage } from "../../support/lambda-events.ts";

const siti = anEmployee();
const now = "2026-11-21T03:00:00.000Z";

beforeEach(() => {
  for (const level of ["info", "error"] as const) vi.spyOn(logger, level).mockReturnValue();
});

function setUp(record: Employee = siti) {
  const employees = new EmployeesInMemory(record);
  const handle = readFeedback({ employees, clock: new FakeClock(now) });
  const deliver = async (detail: object) =>
    await handle({ Records: [aMessage(JSON.stringify(event(detail)))] }, aContext);
  const failedAt = async () => (await employees.find(siti.id))?.emailFailedAt;
  return { employees, deliver, failedAt };
}

const failures = () =>
  vi
    .mocked(logger.info)
    .mock.calls.flatMap(([message, fields]) => (message === "email.failed" ? [fields] : []));

/** As SES and EventBridge write it, with more than we read. */
function event(detail: object, destination = "SITI@contoh.example") {
  return {
    ...{ version: "0", "detail-type": "Email Bounced", source: "aws.ses", time: now },
    detail: {
      mail: {
        ...{ messageId: "mail-1", source: "kartu@asn.example", timestamp: now },
        destination: [destination],
        tags: { "ses:configuration-set": ["mails"] },
      },
      ...detail,
    },
  };
}

const bounce = (bounceType: string, bounceSubType = "General") => ({
  eventType: "Bounce",
  // Where the address forwards to: nobody's of ours.
  bounce: {
    bounceType,
    bounceSubType,
    bouncedRecipients: [{ emailAddress: "else@where.example" }],
  },
});
const complaint = (complaintFeedbackType?: string) => ({
  eventType: "Complaint",
  complaint: { complaintFeedbackType },
});

test.each([
  ["a hard bounce", bounce("Permanent"), now],
  ["an address on SES's own list", bounce("Permanent", "Suppressed"), now],
  ["an address on the account's list", bounce("Permanent", "OnAccountSuppressionList"), now],
  ["a complaint", complaint("abuse"), now],
  ["a complaint of no kind", complaint(), now],
  ["a full mailbox", bounce("Transient", "MailboxFull"), undefined],
  ["an absence", bounce("Transient", "General"), undefined],
  ["what SES cannot tell", bounce("Undetermined", "Undetermined"), undefined],
  ["what is no spam after all", complaint("not-spam"), undefined],
])("%s is noted on the record or not: %#", async (_, detail, failedAt) => {
  const world = setUp();

  expect(await world.deliver(detail)).toEqual({ batchItemFailures: [] });
  expect(await world.failedAt()).toBe(failedAt);
});

test("it is in the history once, by the system, and ends no session and draws no card", async () => {
  const { deliver, employees } = setUp();
  await deliver(bounce("Permanent"));
  await deliver(bounce("Permanent"));

  expect(failures()).toMatchObject([
    { outcome: "noted", employeeId: siti.id },
    { outcome: "noted-before", employeeId: siti.id },
  ]);
  expect(employees.history).toHaveLength(1);
  expect(employees.history[0]).toMatchObject({
    action: "email-failed",
    actor: { role: "system" },
    changes: [],
  });
  expect(employees.saves[0]?.cardChanged).toBe(false);
  expect(employees.saves[0]?.after.sessionsFrom).toBe(siti.sessionsFrom);
});

test("an address that the record no longer has is nobody's, and is told with the reason", async () => {
  const { deliver, employees } = setUp({ ...siti, email: "rahma@contoh.example" });

  expect(await deliver(bounce("Permanent"))).toEqual({ batchItemFailures: [] });
  expect(employees.saves).toEqual([]);
  expect(failures()).toEqual([
    {
      mailId: "mail-1",
      eventType: "Bounce",
      bounceSubType: "General",
      outcome: "nobodys",
    },
  ]);
});

test("a record that changes at the same moment is tried again", async () => {
  const { deliver, employees, failedAt } = setUp();
  vi.spyOn(employees, "save").mockRejectedValueOnce(new Conflict("record-changed"));

  expect(await deliver(bounce("Permanent"))).toEqual({
    batchItemFailures: [{ itemIdentifier: "m-1" }],
  });
  await deliver(bounce("Permanent"));
  expect(await failedAt()).toBe(now);
});

test("a mail that SES itself rejects is reported, and is no fault of the address", async () => {
  const { deliver, failedAt } = setUp();
  await deliver({ eventType: "Reject", reject: { reason: "Bad content" } });

  expect(await failedAt()).toBeUndefined();
  expect(vi.mocked(logger.error).mock.calls[0]?.[0]).toBe("mail.rejected");
});

test("no log line has the address", async () => {
  const { deliver } = setUp();
  await deliver(bounce("Permanent"));
  await deliver(complaint());
  const lines = [logger.info, logger.error].flatMap((log) => vi.mocked(log).mock.calls);

  expect(JSON.stringify(lines)).toContain(siti.id);
  expect(JSON.stringify(lines)).not.toMatch(/contoh|else@where|siti@/i);
});
