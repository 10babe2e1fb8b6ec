import { expect, test } from "vitest";
import type { Captcha } from "#shared/captcha/captcha.ts";
import type { CaptchaTable } from "#shared/captcha/captcha-table.ts";

const captcha: Captcha = {
  id: "cap_1",
  purpose: "verify",
  textHash: "t",
  salt: "s",
  challenge: "c",
  endsAt: "2026-11-21T03:05:00.000Z",
};

/** What every captcha table does, the fake and the real one. `make` gives an empty table each time. */
export function captchaTableContract(
  make: () => Promise<Pick<CaptchaTable, keyof CaptchaTable>>,
): void {
  test("a captcha can be taken once, also when many try at once", async () => {
    const captchas = await make();
    await captchas.add(captcha);
    const tries = Array.from({ length: 5 }, () => captchas.take("cap_1", "verify"));
    const taken = await Promise.all(tries);

    expect(taken.filter((found) => found !== undefined)).toEqual([captcha]);
  });

  test("a captcha for one purpose is not there for another", async () => {
    const captchas = await make();
    await captchas.add(captcha);

    expect(await captchas.take("cap_1", "reset")).toBeUndefined();
    expect(await captchas.take("cap_1", "verify")).toEqual(captcha);
  });

  test("an unknown captcha is not there", async () => {
    const captchas = await make();

    expect(await captchas.take("cap_2", "verify")).toBeUndefined();
  });
}
