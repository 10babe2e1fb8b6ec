import { expect, test } from "vitest";
import { MailAllowance } from "#shared/notification/mail-allowance.ts";
import { FakeClock } from "../../support/fake-clock.ts";

function setUp({ perSecond = 15, perDay = 50_000, sentInDay = 0, senders = 2 } = {}) {
  const account = { asked: 0, sentInDay, fails: false };
  const rates: number[] = [];
  const clock = new FakeClock("2026-11-21T03:00:00.000Z");
  const allowance = new MailAllowance({
    account: {
      quota: async () => {
        account.asked += 1;
        if (account.fails) throw new Error("SES is away");
        return { perSecond, perDay, sentInDay: account.sentInDay };
      },
    },
    pace: { turn: async (rate) => void rates.push(rate) },
    clock,
    senders,
  });
  return { allowance, account, rates, clock };
}

test("the senders together take two thirds of SES's rate", async () => {
  const { allowance, rates } = setUp();
  await allowance.take();

  expect(rates).toEqual([5]);
});

test("a tenth of the day is left to reset codes, counted with what the other sender sends", async () => {
  const { allowance, rates } = setUp({ perDay: 100, sentInDay: 84 });
  await Promise.all([1, 2, 3].map(() => allowance.take()));

  await expect(allowance.take()).rejects.toMatchObject({ retryAfterSeconds: 4 * 3600 });
  expect(rates).toHaveLength(3);
});

test("SES is asked once a minute, and mails go on when its day has room again", async () => {
  const { allowance, account, clock } = setUp({ perDay: 100, sentInDay: 95 });
  await expect(allowance.take()).rejects.toThrow();
  account.sentInDay = 50;
  await expect(allowance.take()).rejects.toThrow();
  expect(account.asked).toBe(1);
  clock.advance({ minutes: 1 });
  await allowance.take();

  expect(account.asked).toBe(2);
});

test("a question that failed is asked again by the next mail", async () => {
  const { allowance, account } = setUp();
  account.fails = true;
  await expect(allowance.take()).rejects.toThrow("away");
  account.fails = false;
  await allowance.take();

  expect(account.asked).toBe(2);
});
