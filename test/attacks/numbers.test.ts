/** Who knows the numbers of cards, which are printed on them, finds no Kode Periksa by trying (issue 15, «By hand»). */
import { randomBytes } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { numbersHash } from "#shared/card/card-token.ts";
import { contentHash } from "#shared/card/content-hash.ts";
import { captchaLimits } from "#shared/rate-limit/limits.ts";
import { base32 } from "#shared/runtime/ids.ts";
import { logger } from "#shared/runtime/logger.ts";
import { checkCodeOf } from "../support/card-world.ts";
import { cells } from "../support/cells.ts";
import { siti, verifyApi } from "../support/verify-api.ts";
import { checksByImage } from "./image-reader.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const serials = Array.from({ length: 1_000 }, (_, n) => `A2010${String(n).padStart(7, "0")}`);
const randomCode = () => base32(randomBytes(5)).toUpperCase();

/** A thousand cards whose numbers are known. */
function attacked() {
  const api = verifyApi();
  for (const serial of serials) {
    const card = { employeeId: siti.id, contentHash: contentHash(siti), issuedOn: "2026-01-02" };
    const checkCode = checkCodeOf(serial, contentHash(siti));
    api.tokens.set(numbersHash({ serial, checkCode }), { ...card, serial });
  }
  return { ...api, check: checksByImage(api) };
}

/** 100,000 in hundredths: `npm run test:all` takes all of them. */
const hundredths = Array.from({ length: 100 }, (_, i) => i);

test.each(cells(hundredths, 2))(
  "1,000 guesses on 1,000 known numbers from as many networks, part %i of 100: none finds a card, and all are answered alike",
  async (part) => {
    const { check, reads, scans } = attacked();
    const [serial = ""] = serials;
    const checkCode = checkCodeOf(serial, contentHash(siti));
    expect((await check({ serial, checkCode }, "198.51.100.1")).body.result).toBe("valid");
    const before = await scans();

    const [answers, seen] = [new Set<string>(), new Set<string>()];
    for (const [i, known] of serials.entries()) {
      reads.splice(0);
      const address = `${20 + part}.${i >> 8}.${i & 255}.7`;
      const { status, headers, text } = await check(
        { serial: known, checkCode: randomCode() },
        address,
      );
      answers.add(JSON.stringify([status, headers, text]));
      seen.add(reads.join());
    }

    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toContain("unknown");
    expect([...answers][0]).not.toContain("pass");
    expect([...seen]).toEqual(["token,employee"]);
    expect(await scans()).toEqual(before);
  },
  60_000,
);

test("a network that goes on guessing gets no more answers in any minute, however well it reads images", async () => {
  const { check, clock } = attacked();
  const { free, step } = captchaLimits.answers;
  const answered: number[] = [];
  for (let minute = 0; minute < 3; minute++) {
    let opened = 0;
    for (let i = 0; i < 200; i++) {
      const serial = serials[i % serials.length];
      const answer = await check({ serial, checkCode: randomCode() }, `203.0.113.${i}`);
      if (answer.status === 200) opened++;
    }
    answered.push(opened);
    clock.advance({ minutes: 1 });
  }

  // Half of the price is enough, so the second step is answered as well; then images open nothing.
  expect(answered).toEqual([free + step, free + step, free + step]);
});
