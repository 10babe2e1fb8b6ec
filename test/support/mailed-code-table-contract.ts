import { expect, test } from "vitest";
import { type MailedCodes, mailedCodeTries } from "#shared/account/mailed-code.ts";

export const anAsk = {
  employeeId: "emp_siti",
  purpose: "new-email",
  askId: "ask_1",
  address: "siti@baru.example",
  askedAt: "2026-11-21T03:00:00.000Z",
  endsAt: "2026-11-21T03:15:00.000Z",
} as const;
const { employeeId, purpose } = anAsk;
const key = { employeeId, purpose };
export const firstAsk = { ...key, askId: "ask_1" };
const second = { ...anAsk, askId: "ask_2", askedAt: "2026-11-21T03:01:00.000Z" };
const kept = { hash: "aa", endsAt: "2026-11-21T03:16:00.000Z" };

/** What every table of mailed codes does, the fake and the real one. `make` gives an empty table each time. */
export function mailedCodeTableContract(make: () => Promise<MailedCodes>): void {
  test("a code that is asked for is found under its person and purpose", async () => {
    const codes = await make();
    expect(await codes.ask(anAsk)).toBe(true);

    expect(await codes.find(key)).toEqual({ ...anAsk, tries: 0 });
    expect(await codes.find({ ...key, purpose: "counter" })).toBeUndefined();
    expect(await codes.find({ ...key, employeeId: "emp_budi" })).toBeUndefined();
  });

  test("within a minute no other is asked for, and after it the older one is void", async () => {
    const codes = await make();
    await codes.ask(anAsk);
    await codes.keep(firstAsk, kept);
    await codes.countTry(firstAsk);

    expect(await codes.ask({ ...second, askedAt: "2026-11-21T03:00:59.999Z" })).toBe(false);
    expect(await codes.ask(second)).toBe(true);
    expect(await codes.find(key)).toEqual({ ...second, tries: 0 });
    for (const change of [
      codes.keep(firstAsk, kept),
      codes.settle(firstAsk),
      codes.countTry(firstAsk),
      codes.take(firstAsk),
    ])
      expect(await change).toBe(false);
  });

  test("the newest hash counts until the mail is settled", async () => {
    const codes = await make();
    await codes.ask(anAsk);
    await codes.keep(firstAsk, kept);
    expect(await codes.keep(firstAsk, { ...kept, hash: "bb" })).toBe(true);
    expect(await codes.settle(firstAsk)).toBe(true);
    expect(await codes.keep(firstAsk, { ...kept, hash: "cc" })).toBe(false);

    const found = { ...anAsk, ...kept, hash: "bb", tries: 0, settled: true };
    expect(await codes.find(key)).toEqual(found);
  });

  test("a code has so many tries, also when they come at once", async () => {
    const codes = await make();
    await codes.ask(anAsk);
    const tries = Array.from({ length: mailedCodeTries + 3 }, () => codes.countTry(firstAsk));
    const counted = await Promise.all(tries);

    expect(counted.filter(Boolean)).toHaveLength(mailedCodeTries);
  });

  test("a code is used once, also by many at once", async () => {
    const codes = await make();
    await codes.ask(anAsk);
    const taken = await Promise.all(Array.from({ length: 5 }, () => codes.take(firstAsk)));

    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await codes.find(key)).toBeUndefined();
    expect(await codes.countTry(firstAsk)).toBe(false);
  });
}
