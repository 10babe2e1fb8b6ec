import { expect, test } from "vitest";
import { matchingStep, stepAt } from "#shared/account/totp.ts";
import { newTotpSecret, totpCode } from "../../../local/cloud/cognito/totp.ts";

/** «12345678901234567890» of RFC 6238, appendix B, in base32. */
const key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

// The appendix has eight digits; six are their end.
test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at second %i the code is %s (RFC 6238, appendix B)", (seconds, code) => {
  const now = new Date(seconds * 1000);

  expect(matchingStep(key, code, now, 0)).toBe(stepAt(now));
});

test.each([-20, -1, 0, 1, 20])(
  "a code %i steps away is found, and from 21 on it is not",
  (away) => {
    const secret = newTotpSecret();
    const now = new Date("2026-11-26T03:00:12.000Z");
    const code = totpCode(secret, now.getTime() + away * 30_000);

    expect(matchingStep(secret, code, now, 20)).toBe(stepAt(now) + away);
    expect(matchingStep(secret, code, now, Math.abs(away) - 1)).toBeUndefined();
  },
);

test("a code of another key is a code of no time", () => {
  const now = new Date("2026-11-26T03:00:12.000Z");
  const code = totpCode(key, now.getTime());

  expect(matchingStep("JBSWY3DPEHPK3PXP", code, now, 20)).toBeUndefined();
  expect(matchingStep("", code, now, 20)).toBeUndefined();
});
