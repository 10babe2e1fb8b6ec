/** Texts to phones: off by default, and what an adapter that is switched on would get. */
import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import type { NotificationCode } from "#shared/notification/notification-codes.ts";
import { mailTexts } from "#shared/notification/notification-texts.ts";
import { mobileNumber, smsOf } from "#shared/sms/sms.ts";
import { anEmployee, withoutEmail } from "../../support/builders.ts";
import { aNotification } from "../../support/notification-table-contract.ts";
import { mailsUnderTest } from "../notification/mails-under-test.ts";

const withPhone = anEmployee({ phone: "0812-3456-7890" });
const unreachable = withoutEmail(withPhone);

/** What a gateway that is switched on gets of one notice. */
async function texted(code: NotificationCode, person: Employee, isOn = true) {
  const texts: (readonly [to: string, text: string])[] = [];
  const gateway = { send: async (to: string, text: string) => texts.push([to, text]) > 0 };
  const sms = isOn ? gateway : smsOf("off");
  const { send } = await mailsUnderTest(aNotification({ code }), person, sms);
  return { outcomes: (await send(person)).map(({ mail }) => mail), texts };
}

test("who has no mailbox gets a notice about security as one or two texts, without a link", async () => {
  const { outcomes, texts } = await texted("account-frozen", unreachable);
  const [[to, text = ""] = []] = texts;

  expect(outcomes).toEqual(["texted"]);
  expect(texts).toHaveLength(1);
  expect(to).toBe("+6281234567890");
  expect(text).toContain(mailTexts["account-frozen"].subject);
  expect(text.length).toBeLessThanOrEqual(306);
  expect(text).not.toMatch(/https?:/);
});

test.each<readonly [string, NotificationCode, Employee]>([
  ["who has a mailbox", "account-frozen", withPhone],
  ["what is not about security", "card-changed", unreachable],
  ["a number that is no mobile one", "account-frozen", { ...unreachable, phone: "(021) 555 1234" }],
  ["who has died", "account-frozen", { ...unreachable, diedOn: "2026-01-01" }],
])("nothing is texted to %s", async (_, code, person) => {
  expect((await texted(code, person)).texts).toEqual([]);
});

test("off, which is the only adapter, sends nothing, and the notice stays in the inbox", async () => {
  expect(await texted("account-frozen", unreachable, false)).toEqual({
    ...{ outcomes: ["undeliverable"], texts: [] },
  });
});

test.each([
  ["0812 3456 7890", "+6281234567890"],
  ["+62 812-3456-7890", "+6281234567890"],
  ["62 812 3456 7890", "+6281234567890"],
  ["021 555 1234", undefined],
  ["+1 202 555 0100", undefined],
  [undefined, undefined],
])("%s is %s", (phone, number) => {
  expect(mobileNumber(phone)).toBe(number);
});
