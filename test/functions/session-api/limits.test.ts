/** What failures cost, and for whom. */

import { describe, expect, test } from "vitest";
import { workChallenge } from "#shared/captcha/captcha.ts";
import { loginFailures } from "#shared/rate-limit/limits.ts";
import { doWork } from "../../support/solve-captcha.ts";
import { failing, login, workOf } from "./failing-logins.ts";
import {
  budi,
  loginLimits,
  password,
  sessionApiUnderTest,
  siti,
  strangersNip,
} from "./session-api-under-test.ts";

describe("only failures count", () => {
  test("an office of a hundred logs in from one network without anyone waiting or working", async () => {
    const api = sessionApiUnderTest();
    const statuses = new Set<number>();
    for (let i = 0; i < 150; i++) statuses.add((await login(api.browser(), siti.nip)).status);

    expect(statuses).toEqual(new Set([200]));
  });

  test("the eleventh honest login in an hour goes through to the end", async () => {
    const api = sessionApiUnderTest();
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) {
      statuses.push((await api.browser().signIn()).status);
      api.users.nextCode();
    }

    expect(statuses).toEqual(Array(12).fill(200));
  });

  test("a login that succeeds counts nowhere", async () => {
    const { browser, limits, lockouts } = sessionApiUnderTest();
    await browser().signIn();

    expect({ limits: limits.writes, lockouts: lockouts.writes }).toEqual({
      limits: 0,
      lockouts: 0,
    });
  });
});

test("a complete sign-in begins the count of failures anew, a password alone does not", async () => {
  const api = sessionApiUnderTest();
  await failing(api, siti.nip, 4);
  await login(api.browser(), siti.nip);
  const afterPassword = await api.lockouts.find(siti.nip);
  await api.browser().signIn();

  expect(afterPassword?.failures).toBe(4);
  expect((await api.lockouts.find(siti.nip))?.failures).toBe(0);
});

describe("work before refusal", () => {
  test("after five failures the answer brings the work, and the right password goes through with it", async () => {
    const api = sessionApiUnderTest();
    await failing(api, siti.nip, 5);
    api.clock.advance({ seconds: 5 });
    const asked = await login(api.browser(), siti.nip);
    const done = await login(api.browser(), siti.nip, password, doWork(workOf(asked)));

    expect(asked).toMatchObject({ status: 429, body: { code: "work-required" } });
    expect(done.status).toBe(200);
  });

  test("known and unknown numbers are asked for the same work", async () => {
    const api = sessionApiUnderTest();
    const sizes: number[] = [];
    for (const nip of [siti.nip, strangersNip]) {
      await failing(api, nip, 5);
      api.clock.advance({ seconds: 5 });
      sizes.push(workOf(await login(api.browser(), nip)).maxNumber);
    }

    expect(sizes[1]).toBe(sizes[0]);
  });

  test("asking for work is no attempt: Cognito is not asked and nothing is counted", async () => {
    const api = sessionApiUnderTest();
    await failing(api, siti.nip, 5);
    api.clock.advance({ seconds: 5 });
    const before = { calls: api.users.calls, writes: api.limits.writes };
    for (let i = 0; i < 50; i++) await login(api.browser(), siti.nip, "wrong");

    expect({ calls: api.users.calls, writes: api.limits.writes }).toEqual(before);
  });

  test("work serves once, for its number and from its network", async () => {
    const api = sessionApiUnderTest();
    await failing(api, siti.nip, 5);
    await failing(api, budi.nip, 5);
    api.clock.advance({ seconds: 5 });
    const work = doWork(workOf(await login(api.browser(), siti.nip)));
    const tries = [
      await login(api.browser(), budi.nip, password, work),
      await login(api.browser("198.51.100.1"), siti.nip, password, work),
      await login(api.browser(), siti.nip, password, work),
      await login(api.browser(), siti.nip, password, work),
    ];

    expect(tries.map(({ status }) => status)).toEqual([429, 429, 200, 429]);
  });

  test("work that is over, or wrong, is asked for anew", async () => {
    const api = sessionApiUnderTest();
    await failing(api, siti.nip, 5);
    api.clock.advance({ seconds: 5 });
    const work = doWork(workOf(await login(api.browser(), siti.nip)));
    const wrong = await login(api.browser(), siti.nip, password, {
      ...work,
      number: work.number + 1,
    });
    api.clock.advance({ minutes: 5 });
    const late = await login(api.browser(), siti.nip, password, work);

    expect([wrong.body.code, late.body.code]).toEqual(["work-required", "work-required"]);
  });

  test("it doubles with every further five, up to three seconds of a weak phone", async () => {
    const api = sessionApiUnderTest();
    const sizes: number[] = [];
    for (let failures = 1; failures <= 25; failures++) {
      await api.limits.add(loginFailures(loginLimits).byNip, siti.nip, api.clock.now());
      const answer = await login(api.browser(), siti.nip);
      if (failures % 5 === 0) sizes.push(workOf(answer).maxNumber);
    }

    expect(sizes).toEqual([96, 192, 384, 720, 720]);
  });

  test("how many are free, and how long the work becomes, are settings", async () => {
    const api = sessionApiUnderTest({ loginLimits: { failuresPerLevel: 2, mostWorkSeconds: 1 } });
    const sizes: (number | undefined)[] = [];
    for (let failures = 1; failures <= 6; failures++) {
      await failing(api, siti.nip, 1);
      api.clock.advance({ seconds: 5 });
      const { work } = (await login(api.browser(), siti.nip)).body;
      sizes.push(workChallenge.optional().parse(work)?.maxNumber);
      api.clock.advance({ seconds: 5 });
    }

    expect(sizes).toEqual([undefined, 96, 96, 192, 192, 240]);
  });

  test("one network that guesses at many numbers works; another one does not", async () => {
    const api = sessionApiUnderTest();
    for (let i = 0; i < 25; i++) await login(api.browser(), `1990010120150310${10 + i}`, "wrong");

    expect((await login(api.browser(), siti.nip)).body.code).toBe("work-required");
    expect((await login(api.browser("198.51.100.1"), siti.nip)).status).toBe(200);
  });
});

describe("Cognito's lock", () => {
  test("while it is on, the answer says so, with its seconds, alike for known and unknown numbers", async () => {
    const api = sessionApiUnderTest();
    const answers = [];
    for (const nip of [siti.nip, strangersNip]) {
      await failing(api, nip, 7);
      const calls = api.users.calls;
      answers.push(await login(api.browser(), nip));
      expect(api.users.calls).toBe(calls);
    }

    expect(answers[0]).toMatchObject({
      status: 429,
      body: { code: "too-many-attempts", retryAfterSeconds: 5 },
    });
    expect(answers[1]).toEqual(answers[0]);
  });

  test("strangers drive it to eight seconds at most; then they wait, alike for known and unknown numbers", async () => {
    const api = sessionApiUnderTest();
    const waits: unknown[] = [];
    for (const nip of [siti.nip, strangersNip]) {
      await failing(api, nip, 8);
      api.clock.advance({ seconds: 10 });
      waits.push((await login(api.browser(), nip, "wrong")).body.retryAfterSeconds);
    }

    expect(waits).toEqual([890, 890]);
  });
});

describe("codes", () => {
  /** A wrong code by who has the password, waiting as told. */
  async function wrongCode({ browser, clock }: ReturnType<typeof sessionApiUnderTest>) {
    const page = browser("198.51.100.1");
    let answer = await login(page, siti.nip);
    if (answer.body.work) answer = await login(page, siti.nip, password, doWork(answer.body.work));
    if (answer.status === 200) answer = await page.post("/api/session/code", { code: "000000" });
    clock.advance({ seconds: Number(answer.body.retryAfterSeconds ?? 0) });
    return answer;
  }

  test("who knows the password guesses ten codes an hour at most", async () => {
    const api = sessionApiUnderTest();
    const end = api.clock.now().getTime() + 3_600_000;
    let guesses = 0;
    while (api.clock.now().getTime() < end) {
      if ((await wrongCode(api)).body.code === "code-refused") guesses += 1;
      api.clock.advance({ seconds: 1 });
    }

    expect(guesses).toBeLessThanOrEqual(10);
    expect(guesses).toBeGreaterThan(5);
  });

  test("that does not keep the holder out at a known device", async () => {
    const api = sessionApiUnderTest();
    const home = api.browser();
    await home.signIn();
    api.users.nextCode();
    for (let i = 0; i < 8; i++) await wrongCode(api);
    api.clock.advance({ seconds: 10 });

    expect((await home.signIn()).status).toBe(200);
  });
});
