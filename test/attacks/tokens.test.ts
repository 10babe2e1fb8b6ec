/** Whoever has no card's code finds none by trying, and takes nothing from who has one (issue 15, «Under attack and load»). */
import { randomBytes, randomInt } from "node:crypto";
import { performance } from "node:perf_hooks";
import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { workAt } from "#shared/captcha/work-challenge.ts";
import { captchaLimits, captchaWork } from "#shared/rate-limit/limits.ts";
import { base32 } from "#shared/runtime/ids.ts";
import { logger } from "#shared/runtime/logger.ts";
import { cells } from "../support/cells.ts";
import { readImage } from "../support/solve-captcha.ts";
import { numbers, siti, token, verifyApi } from "../support/verify-api.ts";
import { checksByImage } from "./image-reader.ts";
import { mannWhitneyP } from "./separable.ts";

const levels = ["debug", "info", "warn", "error"] as const;
beforeEach(() => {
  for (const level of levels) vi.spyOn(logger, level).mockReset().mockReturnValue();
});

/** As many networks as there are checks. */
const networkOf = (i: number) => `${20 + ((i >> 16) & 127)}.${(i >> 8) & 255}.${i & 255}.7`;
const randomToken = () => base32(randomBytes(17)).slice(0, 26);
/** One or two of its symbols are others. */
const nearToken = (): string => {
  const [text, other] = [[...token], [...randomToken()]];
  for (const at of [randomInt(13), 13 + randomInt(13)]) text[at] = other[at] ?? "";
  return text.join("") === token ? nearToken() : text.join("");
};
const farToken = () => [...randomToken()].join("");

function attacked() {
  const api = verifyApi();
  return { ...api, check: checksByImage(api) };
}

/** A million in hundredths: `npm run test:all` takes all of them. */
const hundredths = Array.from({ length: 100 }, (_, i) => i);

test.each(cells(hundredths, 1))(
  "10,000 random tokens, part %i of 100: none is valid, and all are answered alike after the same reads",
  async (part) => {
    const { check, reads } = attacked();
    const [answers, seen] = [new Set<string>(), new Set<string>()];
    for (let i = 0; i < 10_000; i++) {
      reads.splice(0);
      const { status, headers, text } = await check(
        { token: randomToken() },
        networkOf(part * 10_000 + i),
      );
      answers.add(JSON.stringify([status, headers, text]));
      seen.add(reads.join());
    }

    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toContain("unknown");
    expect([...seen]).toEqual(["token,employee"]);
  },
  120_000,
);

test("a token that is right but for two symbols takes as long as any other one, and says as little", async () => {
  const { check } = attacked();
  const times: Record<"near" | "far", number[]> = { near: [], far: [] };
  const said = new Set<string>();
  for (let i = 0; i < 2_000; i++) {
    // By chance: what collects garbage after every so many would fall on one of two that take turns.
    const group = randomInt(2) === 0 ? "near" : "far";
    const asked = { token: group === "near" ? nearToken() : farToken() };
    const begun = performance.now();
    const { text } = await check(asked, networkOf(i));
    times[group].push(performance.now() - begun);
    said.add(text);
  }

  expect(said.size).toBe(1);
  // Wrong once in 10,000 runs, if there is nothing to see.
  expect(mannWhitneyP(times.near, times.far)).toBeGreaterThan(1e-4);
});

test.each([
  ["IPv4", (i: number) => `203.0.113.${i % 256}`],
  ["IPv6", (i: number) => `2001:db8:0:ab${(i % 256).toString(16).padStart(2, "0")}::${i}`],
])(
  "who goes on from other addresses of one %s network meets work that doubles, and images that open nothing",
  async (_, addressOf) => {
    const { challenge, check } = attacked();
    const { free, step } = captchaLimits.answers;
    const worth = z.object({ work: z.object({ maxNumber: z.number() }) });
    const met: number[] = [];
    const statuses: number[] = [];
    for (let i = 0; i < free + 4 * step; i++) {
      if (i === 0 || (i >= free && (i - free) % step === 0))
        met.push(worth.parse((await challenge(addressOf(i))).body).work.maxNumber);
      statuses.push((await check({ token: randomToken() }, addressOf(i))).status);
    }

    expect(met).toEqual([1, 2, 3, 4, 5].map((level) => workAt(level, captchaWork)));
    const opened = statuses.lastIndexOf(200) + 1;
    expect(opened).toBeLessThanOrEqual(free + step);
    expect(new Set(statuses.slice(opened))).toEqual(new Set([422]));
  },
);

test("of fifty uses of one captcha at the same time exactly one is answered, and none afterwards", async () => {
  const { post, scans, clock } = attacked();
  const body = { token, captcha: await readImage("203.0.113.7", clock.now()) };
  const answers = await Promise.all(Array.from({ length: 50 }, () => post(body)));

  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(49);
  expect((await post(body)).status).toBe(422);
  expect(await scans()).toHaveLength(1);
});

test("a thousand checks of one card by strangers use nothing of it up", async () => {
  const { check, challenge } = attacked();
  for (let i = 0; i < 1_000; i++) await check({ token }, networkOf(i));

  expect((await challenge("198.51.100.1")).body).toHaveProperty("image");
  expect((await check({ token }, "198.51.100.1")).body.result).toBe("valid");
});

test("nothing that a check brings is kept by a cache, found by a search, or sent on as a referrer", async () => {
  const { check, call, challenge, post } = attacked();
  const image = z
    .object({ image: z.object({ token: z.string() }) })
    .parse((await challenge()).body);
  const answers = [
    await challenge(),
    await call({ path: "/api/verify/captcha/audio", query: { token: image.image.token } }),
    await check({ token }, "203.0.113.7"),
    await check({ token: randomToken() }, "203.0.113.7"),
    await check(numbers, "203.0.113.7"),
    await post({ token, captcha: { token: "x", text: "AC7XK" } }),
    await post({ mark: "x" }, "/report"),
    await post("no JSON"),
    await call({ path: "/api/verify" }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([
    200, 200, 200, 200, 200, 422, 422, 422, 405,
  ]);
  for (const { headers } of answers)
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
      "referrer-policy": "no-referrer",
    });
});

test("pages for who has no script tell other sites nothing either: they lead, send and load only here", async () => {
  const { call, clock } = attacked();
  const path = "/api/verify/plain";
  const { captcha, text } = await readForm(clock.now());
  const form = { "content-type": "application/x-www-form-urlencoded", "x-kartu": undefined };
  const send = async (fields: Readonly<Record<string, string>>) =>
    await call({ method: "POST", path, headers: form, body: `${new URLSearchParams(fields)}` });
  const pages = [
    await call({ path, query: { token } }),
    await send({ token, captcha, text }),
    await send({ ...numbers, captcha: "x", text: "AC7XK" }),
    await send({ odd: "" }),
  ];

  for (const page of pages) {
    // With "no-referrer" browsers would send the form with "Origin: null", which is refused (decision 0073).
    expect(page.headers["referrer-policy"]).toBe("same-origin");
    const addresses = [...page.text.matchAll(/ (?:href|src|action)="([^"]*)"/g)].map(
      ([, to]) => to,
    );
    expect(addresses.length).toBeGreaterThan(3);
    for (const to of addresses) expect(to).toMatch(/^(\/(?!\/)|#|data:image\/)/);
  }
});

async function readForm(now: Date) {
  const answer = await readImage("203.0.113.7", now);
  return { captcha: answer.token, text: "text" in answer ? answer.text : "" };
}

test("no log has a word of what was asked or answered", async () => {
  const { check, post, clock } = attacked();
  const random = randomToken();
  await check({ token }, "203.0.113.7");
  await check({ token: random }, "203.0.113.7");
  await check(numbers, "203.0.113.7");
  const captcha = await readImage("203.0.113.7", clock.now());
  await post({ token, captcha: { ...captcha, text: "WRONG" } });
  await post({ token, captcha });
  const lines = JSON.stringify(levels.map((level) => vi.mocked(logger[level]).mock.calls));

  expect(lines).toContain("card.verified");
  const { serial, checkCode } = numbers;
  const asked = [token, random, serial, checkCode, "text" in captcha ? captcha.text : ""];
  const address = ["203.0.113.7", "203.0.113.0"];
  for (const word of [...asked, ...address, siti.id, siti.nip, siti.name, captcha.token])
    expect(lines.toLowerCase()).not.toContain(word.toLowerCase());
});
