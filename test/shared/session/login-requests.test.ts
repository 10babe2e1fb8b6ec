import { expect, test } from "vitest";
import { maxDeviceName } from "#shared/account/device-name.ts";
import {
  enrolmentRequest,
  loginRequest,
  resetPasswordRequest,
} from "#shared/session/login-requests.ts";

const composed = "Kafé-Tubruk-Pahit-5".normalize("NFC");
const decomposed = composed.normalize("NFD");
const nip = "198502122010012004";

test("a password is one, however its accents were typed, when it is set and when it is checked", () => {
  expect(decomposed).not.toBe(composed);

  const set = resetPasswordRequest.parse({ code: "123456", newPassword: decomposed });
  const login = loginRequest.parse({ nip, password: decomposed });

  expect([set.newPassword, login.password]).toEqual([composed, composed]);
  expect(loginRequest.parse({ nip, password: composed }).password).toBe(composed);
});

test("the API takes names of devices as long as the page lets people type", () => {
  const enrol = (length: number) =>
    enrolmentRequest.safeParse({ code: "123456", deviceName: "H".repeat(length) }).success;

  expect([enrol(maxDeviceName), enrol(maxDeviceName + 1)]).toEqual([true, false]);
});
