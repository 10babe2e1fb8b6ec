import { expect, test } from "vitest";
import { guessableProblems } from "#shared/account/guessable-password.ts";
import { passwordProblems } from "#shared/account/password-rules.ts";

const nip = "198502122010012004";
const codesOf = async (password: string, name = "") =>
  [...passwordProblems(password, nip), ...(await guessableProblems(password, name))].map(
    ({ code }) => code,
  );

test.each([
  "Liverpool2024!",
  "Doraemon1234!",
  "P@ssw0rd12345",
  "Manchester-United-1",
  "Aa123456789!",
  "Zz98765432#1",
  "Aaaaaaaaaa1!",
  "Abcdefgh1234!",
  "abcd1234Xq!7Z",
  "dcba0000Xq!7Z",
  "Agustus-Senin-1!",
])("%s is refused as common", async (password) => {
  expect(await codesOf(password)).toContain("password-common");
});

test.each([
  ["Siti-Contohwati1!", "Siti Contohwati"],
  ["C0ntohw4ti#2026", "Siti Contohwati"],
  ["Ni'matullah-1990", "Ni’matullah Al-Ghifari"],
])("%s is refused to %s", async (password, name) => {
  expect(await codesOf(password, name)).toEqual(["password-personal"]);
  expect(await codesOf(password)).toEqual([]);
});

test.each([
  "empat kuda Hitam 9 berlari!",
  "Tahu-Bulat-Digoreng-5",
  "xQ7$kd92!mWz",
  "Siti-Suka-Kopi-Tubruk-7",
  "Tiket-1234-Kereta-Malam!",
  "abcd1234Xq!7Zw",
  "abc123Xq!7Zwdef",
])("%s may be used", async (password) => {
  expect(await codesOf(password, "Siti Contohwati")).toEqual([]);
});
