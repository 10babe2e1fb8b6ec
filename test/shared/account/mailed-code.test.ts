/** A code that we mail: asked for, made where it is mailed, used once. */
import { describe, expect, test } from "vitest";
import { askMailedCode } from "#shared/account/ask-mailed-code.ts";
import { confirmMailedCode } from "#shared/account/confirm-mailed-code.ts";
import { mailCode } from "#shared/account/mail-code.ts";
import {
  type MailedCodeMessage,
  type MailedCodePurpose,
  mailedCodePurposes,
  newCode,
} from "#shared/account/mailed-code.ts";
import type { Mail, MailAnswer } from "#shared/mail/mail.ts";
import { counterCodeMails } from "#shared/rate-limit/limits.ts";
import { anEmployee } from "../../support/builders.ts";
import { hmacKey } from "../../support/call-api.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { mailedCodeTableContract } from "../../support/mailed-code-table-contract.ts";
import { MailedCodesInMemory } from "../../support/mailed-codes-in-memory.ts";

describe("the mailed codes in memory", () =>
  mailedCodeTableContract(async () => new MailedCodesInMemory()));

const siti = anEmployee();
const budi = anEmployee({ id: "emp_budi", email: "budi@contoh.example" });
const address = "siti@baru.example";

function underTest() {
  const clock = new FakeClock();
  const mails: { to: string; mail: Mail }[] = [];
  const messages: MailedCodeMessage[] = [];
  let answer: MailAnswer | Error = "sent";
  const api = {
    codes: new MailedCodesInMemory(),
    codesToMail: { send: async (message: MailedCodeMessage) => void messages.push(message) },
    limits: new LimitsInMemory(),
    employees: new EmployeesInMemory(siti, budi),
    mailer: {
      deliver: async (to: string, mail: Mail) => {
        if (answer instanceof Error) throw answer;
        mails.push({ to, mail });
        return answer;
      },
    },
    hmacKey,
    clock,
    turn: async () => {},
  };
  const ask = (to = address, purpose: MailedCodePurpose = "new-email") =>
    askMailedCode(api, { employeeId: siti.id, purpose, address: to });
  const mailAll = async () => {
    const outcomes: string[] = [];
    for (const message of messages.splice(0)) outcomes.push(await mailCode(api, message));
    return outcomes;
  };
  const confirm = (code: string, purpose: MailedCodePurpose = "new-email") =>
    confirmMailedCode(api, { employeeId: siti.id, purpose, code });
  const newestCode = () => /\b\d{8}\b/.exec(mails.at(-1)?.mail.lines.join("\n") ?? "")?.[0] ?? "";
  const sesAnswers = (next: MailAnswer | Error) => {
    answer = next;
  };
  return { api, clock, mails, messages, ask, mailAll, confirm, newestCode, sesAnswers };
}

describe("a mailed code", () => {
  test("shows that its reader has the address, once", async () => {
    const { ask, mailAll, mails, confirm, newestCode } = underTest();
    await ask();
    expect(await mailAll()).toEqual(["sent"]);
    expect(mails.map(({ to }) => to)).toEqual([address]);
    expect(await confirm(newestCode())).toEqual({ address });
    await expect(confirm(newestCode())).rejects.toMatchObject({ code: "mailed-code-expired" });
  });

  test("that officers ask for at the counter uses up none of the holder's", async () => {
    const { ask, api, clock } = underTest();
    for (let i = 0; i < 5; i++) await api.limits.add(counterCodeMails, siti.id, clock.now());
    await expect(ask(siti.email, "counter")).rejects.toMatchObject({ code: "too-many-attempts" });
    await expect(ask(siti.email, "enrolment")).resolves.toBeUndefined();
  });

  test("is for its purpose and its person only", async () => {
    const { api, ask, mailAll, confirm, newestCode } = underTest();
    await ask();
    await mailAll();
    const others = { employeeId: budi.id, purpose: "new-email", code: newestCode() } as const;

    await expect(confirm(newestCode(), "counter")).rejects.toMatchObject({
      code: "mailed-code-expired",
    });
    await expect(confirmMailedCode(api, others)).rejects.toMatchObject({
      code: "mailed-code-expired",
    });
    expect(await confirm(newestCode())).toEqual({ address });
  });

  test("stands neither in the queue nor in the table", async () => {
    const { api, ask, messages, mailAll, newestCode } = underTest();
    await ask(siti.email);
    const queued = JSON.stringify(messages);
    await mailAll();
    const stored = await api.codes.find({ employeeId: siti.id, purpose: "new-email" });

    expect(queued).not.toContain(siti.email);
    expect(newestCode()).toMatch(/^\d{8}$/);
    expect(`${queued} ${JSON.stringify(stored)}`).not.toContain(newestCode());
  });

  test("is over after fifteen minutes, counted from the mail", async () => {
    const { ask, mailAll, confirm, newestCode, clock } = underTest();
    await ask();
    clock.advance({ minutes: 10 });
    await mailAll();
    clock.advance({ minutes: 15, seconds: -1 });
    await expect(confirm("00000000")).rejects.toMatchObject({ code: "mailed-code-refused" });
    clock.advance({ seconds: 1 });

    await expect(confirm(newestCode())).rejects.toMatchObject({ code: "mailed-code-expired" });
  });

  test("has five tries, then also the right one is refused", async () => {
    const { ask, mailAll, confirm, newestCode } = underTest();
    await ask();
    await mailAll();
    const wrong = newestCode() === "00000000" ? "00000001" : "00000000";
    for (let tries = 0; tries < 5; tries++)
      await expect(confirm(wrong)).rejects.toMatchObject({ code: "mailed-code-refused" });

    await expect(confirm(newestCode())).rejects.toMatchObject({ code: "too-many-codes" });
  });

  test("fifty at once with the right code: one is taken", async () => {
    const { ask, mailAll, confirm, newestCode } = underTest();
    await ask();
    await mailAll();
    const code = newestCode();
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => confirm(code)));

    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("is void when another one is asked for, also to another address", async () => {
    const { ask, mailAll, confirm, newestCode, clock } = underTest();
    await ask();
    await mailAll();
    const older = newestCode();
    clock.advance({ seconds: 60 });
    await ask("siti@lain.example");
    await mailAll();

    if (older !== newestCode())
      await expect(confirm(older)).rejects.toMatchObject({ code: "mailed-code-refused" });
    expect(await confirm(newestCode())).toEqual({ address: "siti@lain.example" });
  });

  test("is refused before it is mailed, like a wrong one", async () => {
    const { ask, confirm } = underTest();
    await ask();

    await expect(confirm("12345678")).rejects.toMatchObject({ code: "mailed-code-refused" });
  });
});

describe("asking for a code", () => {
  test("is refused within a minute, and after five in an hour for whatever the holder does", async () => {
    const { ask, clock, messages } = underTest();
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: "too-many-attempts", retryAfterSeconds: 60 });
    for (const purpose of ["new-email", "enrolment", "enrolment", "new-email"] as const) {
      clock.advance({ seconds: 60 });
      await ask(address, purpose);
    }
    clock.advance({ seconds: 60 });

    await expect(ask(address, "enrolment")).rejects.toMatchObject({ code: "too-many-attempts" });
    expect(messages).toHaveLength(5);
    clock.advance({ hours: 1 });
    await expect(ask()).resolves.toBeUndefined();
  });

  test("for another person's address is answered alike: no mail, and the same refusals", async () => {
    const { api, ask, mailAll, mails, confirm } = underTest();
    await ask("BUDI@contoh.example");
    expect(await mailAll()).toEqual(["address-taken"]);

    expect(mails).toEqual([]);
    await expect(confirm("12345678")).rejects.toMatchObject({ code: "mailed-code-refused" });
    const key = { employeeId: siti.id, purpose: "new-email" } as const;
    expect(await api.codes.find(key)).toHaveProperty("hash");
  });
});

describe("mailing a code", () => {
  test("a message that comes again after the mail changes nothing", async () => {
    const { api, ask, messages, mails, confirm, newestCode } = underTest();
    await ask();
    const [message] = messages;
    if (!message) throw new Error("Nothing was asked for.");
    expect(await mailCode(api, message)).toBe("sent");
    expect(await mailCode(api, message)).toBe("over");

    expect(mails).toHaveLength(1);
    expect(await confirm(newestCode())).toEqual({ address });
  });

  test("when SES fails the message comes again with another code, which counts", async () => {
    const { api, ask, messages, sesAnswers, confirm, newestCode } = underTest();
    await ask();
    const [message] = messages;
    if (!message) throw new Error("Nothing was asked for.");
    sesAnswers(new Error("SES is away"));
    await expect(mailCode(api, message)).rejects.toThrow("away");
    sesAnswers("sent");
    expect(await mailCode(api, message)).toBe("sent");

    expect(await confirm(newestCode())).toEqual({ address });
  });

  test("who has waited for a quarter of an hour gets none", async () => {
    const { ask, mailAll, mails, clock } = underTest();
    await ask();
    clock.advance({ minutes: 15 });

    expect(await mailAll()).toEqual(["overdue"]);
    expect(mails).toEqual([]);
  });

  test.each(mailedCodePurposes)(
    "the mail for %s has the code, no name and no link",
    async (purpose) => {
      const { ask, mailAll, mails, newestCode } = underTest();
      await ask(address, purpose);
      await mailAll();
      const text = mails.map(({ mail }) => [mail.subject, ...mail.lines].join("\n")).join();

      expect(text.split(newestCode())).toHaveLength(3);
      expect(text).toContain("15 menit");
      expect(text).toContain("15 minutes");
      expect(text).not.toMatch(/https?:|Siti/);
    },
  );
});

test("codes have eight digits, zeros in front too", () => {
  const codes = Array.from({ length: 2_000 }, newCode);

  expect(codes.filter((code) => !/^\d{8}$/.test(code))).toEqual([]);
  expect(codes.some((code) => code.startsWith("0"))).toBe(true);
});
