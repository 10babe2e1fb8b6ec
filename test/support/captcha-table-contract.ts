import { expect, test } from "vitest";
import type { AnsweredChallenges } from "#shared/captcha/work-challenge.ts";

/** What every captcha table does, the fake and the real one. `make` gives an empty table each time. */
export function captchaTableContract(make: () => Promise<AnsweredChallenges>): void {
  const endsAt = 1_795_000_000;

  test("a challenge can be used once", async () => {
    const captchas = await make();

    expect(await captchas.use({ id: "cap_1", endsAt })).toBe(true);
    expect(await captchas.use({ id: "cap_1", endsAt })).toBe(false);
    expect(await captchas.use({ id: "cap_2", endsAt })).toBe(true);
  });

  test("of many at the same time, one uses it", async () => {
    const captchas = await make();
    const used = await Promise.all(
      Array.from({ length: 20 }, () => captchas.use({ id: "cap_1", endsAt })),
    );

    expect(used.filter(Boolean)).toHaveLength(1);
  });
}
