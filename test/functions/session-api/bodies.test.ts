import { expect, test } from "vitest";
import * as bodies from "../../../functions/session-api/bodies.ts";
import { maxDeviceName } from "../../../shared/session/device-name.ts";

const composed = "Kafé-Tubruk-Pahit-5".normalize("NFC");
const decomposed = composed.normalize("NFD");
const nip = "198502122010012004";

test("a password is one, however its accents were typed, when it is set and when it is checked", () => {
  expect(decomposed).not.toBe(composed);

  const set = bodies.resetPassword.parse({ code: "123456", newPassword: decomposed });
  const login = bodies.login.parse({ nip, password: decomposed });

  expect([set.newPassword, login.password]).toEqual([composed, composed]);
  expect(bodies.login.parse({ nip, password: composed }).password).toBe(composed);
});

test("the API takes names of devices as long as the page lets people type", () => {
  const enrol = (length: number) =>
    bodies.enrolment.safeParse({ code: "123456", deviceName: "H".repeat(length) }).success;

  expect([enrol(maxDeviceName), enrol(maxDeviceName + 1)]).toEqual([true, false]);
});
