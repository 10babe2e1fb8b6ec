import { expect, test } from "vitest";
import { hashRecoveryCode, newRecoveryCodes } from "#shared/account/recovery-code.ts";
import { isRecoveryCode } from "#shared/account/recovery-code-shape.ts";

test("ten codes are made, all different, in three groups without confusable letters", async () => {
  const { codes, stored } = await newRecoveryCodes();

  expect(new Set(codes).size).toBe(10);
  for (const code of codes)
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(stored.hashes).size).toBe(10);
});

test("what is stored holds no code, and each code is found by its hash", async () => {
  const { codes, stored } = await newRecoveryCodes();

  for (const code of codes) {
    expect(JSON.stringify(stored)).not.toContain(code.slice(0, 4) + code.slice(5, 9));
    expect(stored.hashes).toContain(await hashRecoveryCode(code, stored.salt));
  }
});

test("the same code is stored differently for another account", async () => {
  const [one, other] = [await newRecoveryCodes(), await newRecoveryCodes()];
  const [code = ""] = one.codes;

  expect(await hashRecoveryCode(code, other.stored.salt)).not.toBe(
    await hashRecoveryCode(code, one.stored.salt),
  );
});

test.each([
  "7Q2M-K9XD-40T1",
  " 7q2m k9xd 40t1 ",
  "7Q2MK9XD40T1",
  "7Q2M–K9XD–4OTl",
  "7q2m.k9xd.4oti",
  "７Ｑ２Ｍ K9XD 40T1",
])("%s is the same code", async (typed) => {
  expect(isRecoveryCode(typed)).toBe(true);
  expect(await hashRecoveryCode(typed, "c2FsdA")).toBe(
    await hashRecoveryCode("7Q2MK9XD40T1", "c2FsdA"),
  );
});

test.each(["", "123456", "7Q2M-K9XD-40T", "7Q2M-K9XD-40T1-7", "7Q2M-K9XD-40TU", "7Q2M-K9XD-40T!"])(
  "%j is none",
  (typed) => expect(isRecoveryCode(typed)).toBe(false),
);
