import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { solve } from "../../../web/src/captcha/proof-of-work.ts";

function challengeFor(number: number) {
  return createHash("sha256").update(`salt${number}`).digest("hex");
}

test("the number that fits is found", async () => {
  const work = { salt: "salt", challenge: challengeFor(1234), maxNumber: 5000 };

  expect(await solve(work)).toBe(1234);
});

test("the last number counts too", async () => {
  const work = { salt: "salt", challenge: challengeFor(600), maxNumber: 600 };

  expect(await solve(work)).toBe(600);
});

test("a challenge no number fits ends with its progress at the whole", async () => {
  const progress: number[] = [];
  const work = { salt: "salt", challenge: challengeFor(9999), maxNumber: 1000 };

  expect(await solve(work, (share) => progress.push(share))).toBeUndefined();
  expect(progress.at(-1)).toBe(1);
});
