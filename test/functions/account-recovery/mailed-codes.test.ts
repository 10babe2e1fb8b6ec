/** Codes that account-recovery makes and mails itself. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Mailer } from "#shared/mail/mail.ts";
import { logger } from "#shared/runtime/logger.ts";
import { mailCodes } from "../../../functions/account-recovery/handle.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { AuthChallengesInMemory } from "../../support/auth-challenges-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { hmacKey } from "../../support/call-api.ts";
import { CampaignsInMemory } from "../../support/campaigns-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aContext, aMessage } from "../../support/lambda-events.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { MailedCodesInMemory } from "../../support/mailed-codes-in-memory.ts";
import { UsersInMemory } from "../../support/users-in-memory.ts";

const siti = anEmployee();

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
  vi.spyOn(logger, "warn").mockReturnValue();
  vi.spyOn(logger, "error").mockReturnValue();
});

describe("a code that is to be mailed", () => {
  const message = { employeeId: siti.id, purpose: "counter", askId: "ask_1" } as const;

  async function mailOne(deliver: Mailer["deliver"]) {
    const codes = new MailedCodesInMemory();
    const askedAt = "2026-11-21T03:00:00.000Z";
    const asked = { askedAt, endsAt: "2026-11-21T03:15:00.000Z", address: siti.email };
    await codes.ask({ ...message, ...asked });
    const waits: number[] = [];
    const handle = mailCodes({
      challenges: new AuthChallengesInMemory(),
      resets: new UsersInMemory(),
      newUsers: new UsersInMemory(),
      accountRecords: new AccountRecordsInMemory(),
      employees: new EmployeesInMemory(siti),
      limits: new LimitsInMemory(),
      clock: new FakeClock("2026-11-21T03:00:01.000Z"),
      newEmailWaitHours: 24,
      turn: async () => {},
      delays: { delay: async (_, seconds) => void waits.push(seconds) },
      codes,
      forms: new CampaignsInMemory(),
      mailer: { deliver },
      hmacKey,
    });
    const answer = await handle({ Records: [aMessage(JSON.stringify(message))] }, aContext);
    return { answer, waits, code: await codes.find(message) };
  }

  test("is mailed to the address, and the log has ids only", async () => {
    const deliver = vi.fn<Mailer["deliver"]>().mockResolvedValue("sent");
    const { answer, code } = await mailOne(deliver);

    expect(deliver.mock.calls.map(([to]) => to)).toEqual([siti.email]);
    expect(code).toMatchObject({ settled: true });
    expect(answer).toEqual({ batchItemFailures: [] });
    const told = { employeeId: siti.id, purpose: "counter", outcome: "sent" };
    expect(vi.mocked(logger.info).mock.calls).toEqual([["code.mailed", told]]);
  });

  test.each([
    ["unverified", "warn"],
    ["refused", "error"],
  ] as const)(
    "that SES answers with %s is settled, and the log says so",
    async (outcome, level) => {
      const { answer, code } = await mailOne(async () => outcome);

      expect(answer).toEqual({ batchItemFailures: [] });
      expect(code).toMatchObject({ settled: true });
      expect(logger[level]).toHaveBeenCalledWith(
        "code.mailed",
        expect.objectContaining({ outcome }),
      );
    },
  );

  test("waits when SES throttles, and nobody is alarmed", async () => {
    const { answer, waits, code } = await mailOne(async () => {
      throw Object.assign(new Error("slow down"), { name: "TooManyRequestsException" });
    });

    expect(answer.batchItemFailures).toHaveLength(1);
    expect(waits).toHaveLength(1);
    expect(code).not.toHaveProperty("settled");
    expect(logger.error).not.toHaveBeenCalled();
  });
});
