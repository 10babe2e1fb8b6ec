import { pbkdf2Sync } from "node:crypto";
import { expect, test } from "vitest";
import { solve } from "../../../web/src/captcha/proof-of-work.ts";

const iterations = 10;
const challengeFor = (number: number) =>
  pbkdf2Sync("salt", `${number}`, iterations, 16, "sha256").toString("hex");
const work = (number: number, maxNumber: number) => ({
  algorithm: "PBKDF2-SHA-256" as const,
  salt: "salt",
  iterations,
  challenge: challengeFor(number),
  maxNumber,
  token: "t",
});

test("the number that fits is found, and goes back with the token", async () => {
  expect(await solve(work(123, 500))).toEqual({ token: "t", number: 123 });
});

test("the first and the last number count too", async () => {
  expect(await solve(work(0, 500))).toMatchObject({ number: 0 });
  expect(await solve(work(64, 64))).toMatchObject({ number: 64 });
});

test("a challenge no number fits ends with its progress at the whole", async () => {
  const progress: number[] = [];

  expect(await solve(work(9999, 100), (share) => progress.push(share))).toBeUndefined();
  expect(progress.at(-1)).toBe(1);
});
