/** The captcha's reading: what it is, whom it is for, and that it follows from the captcha alone. */
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { captchaText } from "#shared/captcha/captcha-text.ts";
import { issueCaptcha } from "#shared/captcha/issue-captcha.ts";
import { readCaptcha } from "#shared/captcha/read-captcha.ts";
import { redeemCaptcha } from "#shared/captcha/redeem-captcha.ts";
import { speakCaptcha } from "#shared/captcha/speak-captcha.ts";
import { hmacKey } from "../../support/call-api.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";

const here = { purpose: "verify", network: "203.0.113.0/24" } as const;
const key = randomBytes(32);
const refused = { problems: [{ field: "captcha", code: "captcha-refused" }] };

/** Loudness by pieces of a tenth of a second, 0 to 1. */
function loudness(wav: Buffer): number[] {
  const samples = wav.subarray(44);
  return Array.from({ length: Math.floor(samples.length / 800) }, (_, i) => {
    const piece = samples.subarray(i * 800, (i + 1) * 800);
    return Math.sqrt(piece.reduce((sum, each) => sum + ((each - 128) / 128) ** 2, 0) / 800);
  });
}

describe.each(["id", "en"] as const)("a reading in %s", (language) => {
  const say = (text: string, id = "cap_one") => speakCaptcha(key, { text, language, id });

  test("is a WAV file of at most 40 KB, for the longest names too", () => {
    for (const text of ["AAAAA", "EMRXK", "399999", "WWWWWW", "CJEAHK"]) {
      const wav = say(text);
      expect(wav.length, text).toBeLessThanOrEqual(40 * 1024);
      expect(wav.length, text).toBeGreaterThan(16 * 1024);
      expect(wav.toString("latin1", 0, 4)).toBe("RIFF");
      expect(wav.toString("latin1", 8, 16)).toBe("WAVEfmt ");
      expect(wav.readUInt32LE(4)).toBe(wav.length - 8);
      expect(wav.readUInt32LE(40)).toBe(wav.length - 44);
      // PCM, one channel, 8,000 samples a second of 8 bits.
      expect([wav.readUInt16LE(20), wav.readUInt16LE(22), wav.readUInt32LE(24)]).toEqual([
        1, 1, 8000,
      ]);
      expect([wav.readUInt32LE(28), wav.readUInt16LE(32), wav.readUInt16LE(34)]).toEqual([
        8000, 1, 8,
      ]);
    }
  });

  test("is the same each time, so that nobody takes its noise away, and another for each captcha", () => {
    expect(say("AC7XK").equals(say("AC7XK"))).toBe(true);
    expect(say("AC7XK", "cap_two").equals(say("AC7XK"))).toBe(false);
    const other = speakCaptcha(randomBytes(32), { text: "AC7XK", language, id: "cap_one" });
    expect(other.equals(say("AC7XK"))).toBe(false);
  });

  test("has no piece in common with another reading of the same symbol: it is no lookup", () => {
    const [one, two] = [say("AAAAA", "cap_1"), say("AAAAA", "cap_2")];
    const pieces = (wav: Buffer) =>
      Array.from({ length: wav.length - 60 }, (_, i) => wav.toString("latin1", 44 + i, 60 + i));
    const known = new Set(pieces(one));
    expect(pieces(two).filter((piece) => known.has(piece))).toEqual([]);
  });

  test("says each symbol loud enough to be told from what is behind it, and is never silent", () => {
    const heard = loudness(say("AC7XK"));
    const sorted = heard.toSorted((one, other) => one - other);
    const [quiet = 0, loud = 0] = [sorted[2], sorted[Math.floor(sorted.length * 0.85)]];

    expect(loud / quiet).toBeGreaterThan(4);
    expect(Math.min(...heard)).toBeGreaterThan(0.003);
  });
});

describe("a captcha", () => {
  function setUp() {
    const clock = new FakeClock();
    const [limits, captchas] = [new LimitsInMemory(), new CaptchasInMemory()];
    const api = { hmacKey, clock, limits, captchas, workIterations: 1 };
    const issue = async () => (await issueCaptcha(api, here)).image?.token ?? "";
    const read = (token: string, where: Parameters<typeof readCaptcha>[1] = here) =>
      readCaptcha(api, where, { token, language: "id" });
    return { ...api, api, issue, read };
  }

  test("is read out with the text that its image has, and one answer uses up both", async () => {
    const { api, issue, read } = setUp();
    const token = await issue();
    const [id = ""] = token.split(".");
    const text = captchaText(await hmacKey.derive("challenge"), id);

    const wav = await read(token);
    const said = speakCaptcha(await hmacKey.derive("challenge"), { text, language: "id", id });
    expect(wav.equals(said)).toBe(true);
    await expect(redeemCaptcha(api, here, { token, text })).resolves.toBeDefined();
    await expect(redeemCaptcha(api, here, { token, text })).rejects.toMatchObject(refused);
  });

  test("is read to nobody who did not get it, and not after its end", async () => {
    const { issue, read, clock } = setUp();
    const token = await issue();
    const elsewhere = { ...here, network: "198.51.100.0/24" };
    const [id = "", ...rest] = token.split(".");

    await expect(read(token, elsewhere)).rejects.toMatchObject(refused);
    await expect(read(token, { ...here, purpose: "reset" })).rejects.toMatchObject(refused);
    for (const invented of ["", "x", `${id}x.${rest.join(".")}`, `${token}x`])
      await expect(read(invented)).rejects.toMatchObject(refused);
    clock.advance({ seconds: 299 });
    await expect(read(token)).resolves.toBeDefined();
    clock.advance({ seconds: 1 });
    await expect(read(token)).rejects.toMatchObject(refused);
  });
});
