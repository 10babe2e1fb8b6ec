import { expect, test } from "vitest";
import { passwordProblems } from "#shared/account/password-rules.ts";

const nip = "198502122010012004";
const codesOf = (password: string) => passwordProblems(password, nip).map(({ code }) => code);

test.each([
  "Tahu-Bulat-Digoreng-5",
  "kuda Baterai staples benar 7",
  "xQ7$kd92!mWz",
  "Ücret-Kopi-Susu-9",
])("%s may be used", (password) => {
  expect(codesOf(password)).toEqual([]);
});

test.each([
  ["Kopi-Susu-9", "password-too-short"],
  ["kopi-tubruk-tanpa-gula-7", "password-needs-upper"],
  ["KOPI-TUBRUK-TANPA-GULA-7", "password-needs-lower"],
  ["Kopi-Tubruk-Tanpa-Gula", "password-needs-digit"],
  ["KopiTubrukTanpaGula7", "password-needs-symbol"],
  ["Kopi-Tubruk-Tanpa-Gula-7 ", "password-edge-space"],
])("%j is refused: %s", (password, code) => {
  expect(codesOf(password)).toEqual([code]);
});

test.each([
  "Password123!",
  "P@ssw0rd2024!",
  "Password13571357!",
  "Indonesia#17081945",
  "Bismillah123456@",
  "Qwerty!234567890",
  "Admin@BKPSDM2026",
  "Rahasiaku-2026!",
])("%s is common, however it is dressed", (password) => {
  expect(codesOf(password)).toContain("password-common");
});

test("a phrase may have a common word in it", () => {
  expect(codesOf("Jakarta-Hujan-Terus-3x")).toEqual([]);
});

test.each([
  "Siti-198502122010012004",
  "Siti-Rahma-19850212",
  "Siti-Rahma-12021985",
  "Siti-Rahma-12-02-1985",
  "Siti-Rahma-120285",
  "Siti-Rahma-850212",
])("%s has the number or its birth date in it", (password) => {
  expect(codesOf(password)).toEqual(["password-personal"]);
});

test("the shortest allowed length is told", () => {
  expect(passwordProblems("Kopi-Susu-9", nip)).toEqual([
    { code: "password-too-short", params: { min: 12 } },
  ]);
});
