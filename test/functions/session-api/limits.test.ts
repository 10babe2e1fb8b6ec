/** What failing costs, whom, and whom not. */
import { describe, expect, test } from "vitest";
import type { WorkChallenge } from "#shared/captcha/captcha.ts";
import { loginFailures } from "#shared/rate-limit/limits.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { doWork } from "../../support/solve-captcha.ts";
import { rightCode } from "../../support/users-in-memory.ts";
import {
  type Browser,
  budi,
  loginLimits,
  password,
  reset,
  sessionApiUnderTest,
  siti,
  strangersNip,
} from "./session-api-under-test.ts";

const login = (page: Browser, nip: string, given: string = password, work?: object) =>
  page.post("/api/session/login", { nip, password: given, ...(work && { work }) });
const workOf = (answer: { body: Readonly<Record<string, unknown>> }) =>
  answer.body.work as WorkChallenge;

/** Fails like a program that waits as long as it is told to, and does the work. */
async function failing(
  { browser, clock }: ReturnType<typeof sessionApiUnderTest>,
  nip: string,
  times: number,
  address?: string,
): Promise<void> {
  for (let failures = 0; failures < times; ) {
    let answer = await login(browser(address), nip, "wrong");
    const { retryAfterSeconds } = answer.body;
    if (retryAfterSeconds) clock.advance({ seconds: Number(retryAfterSeconds) });
    if (answer.body.work)
      answer = await login(browser(address), nip, "wrong", doWork(answer.body.work));
    if (answer.status === 401) failures += 1;
  }
}

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
      sizes.push(workOf(await login(api.browser(), siti.nip))?.maxNumber);
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

describe("a device that signed in before", () => {
  async function withKnownDevice() {
    const api = sessionApiUnderTest();
    const page = api.browser();
    await page.signIn();
    await page.post("/api/session/logout");
    api.users.nextCode();
    return { ...api, api, page };
  }

  test("is not locked out by strangers, and does no work for them", async () => {
    const { api, page, clock } = await withKnownDevice();
    await failing(api, siti.nip, 8, "198.51.100.1");
    clock.advance({ seconds: 10 });

    expect((await login(api.browser(), siti.nip)).status).toBe(429);
    expect((await login(page, siti.nip)).status).toBe(200);
    expect((await page.post("/api/session/code", { code: rightCode })).status).toBe(200);
  });

  test("is a stranger to every other account", async () => {
    const { api, page, clock } = await withKnownDevice();
    await failing(api, budi.nip, 8, "198.51.100.1");
    clock.advance({ seconds: 10 });

    expect((await login(page, budi.nip)).status).toBe(429);
  });

  test("works for its own failures, and its right password is never refused", async () => {
    const { page, clock } = await withKnownDevice();
    for (let i = 0; i < 12; i++) {
      const answer = await login(page, siti.nip, "wrong");
      if (answer.body.work) await login(page, siti.nip, "wrong", doWork(answer.body.work));
      clock.advance({ minutes: 3 });
    }
    const asked = await login(page, siti.nip);

    expect(asked.body.code).toBe("work-required");
    expect((await login(page, siti.nip, password, doWork(workOf(asked)))).status).toBe(200);
  });

  test("is forgotten after ninety days, and known for ninety more with each login", async () => {
    const { api, page, clock, users } = await withKnownDevice();
    clock.advance({ days: 89 });
    await page.signIn();
    users.nextCode();
    clock.advance({ days: 89 });
    await failing(api, siti.nip, 8, "198.51.100.1");
    clock.advance({ seconds: 10 });
    const known = await login(page, siti.nip);
    clock.advance({ days: 2 });
    await failing(api, siti.nip, 8, "198.51.100.1");
    clock.advance({ seconds: 10 });

    expect(known.status).toBe(200);
    expect((await login(page, siti.nip)).status).toBe(429);
  });

  test("is forgotten after as many days as the setting says", async () => {
    const api = sessionApiUnderTest({ deviceDays: 2 });
    const page = api.browser();
    const { cookies } = await page.signIn();
    const answers: number[] = [];
    for (const days of [1, 1]) {
      api.clock.advance({ days });
      await failing(api, siti.nip, 8, "198.51.100.1");
      api.clock.advance({ seconds: 10 });
      answers.push((await login(page, siti.nip)).status);
    }

    expect(cookies.join()).toContain("Max-Age=172800");
    expect(answers).toEqual([200, 429]);
  });

  test("has a cookie of its own that outlives the session, and the table says of nobody whose it is", async () => {
    const { browser, devices } = sessionApiUnderTest();
    const page = browser();
    const { cookies } = await page.signIn();
    const cookie = cookies.find((each) => each.startsWith("__Host-kartu-device="));
    const secret = page.cookies.get("__Host-kartu-device") ?? "";

    expect(cookie).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=7776000$/);
    expect(devices.ids).toHaveLength(1);
    expect(devices.ids.join()).not.toContain(secret);
    expect(devices.ids.join()).not.toContain(siti.nip);
  });

  test("is not made known by a password alone", async () => {
    const { browser, devices } = sessionApiUnderTest();
    await login(browser(), siti.nip);

    expect(devices.ids).toEqual([]);
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

describe("a reset", () => {
  const check = async (page: Browser, nip: string) => {
    const { body } = await page.get("/api/session/captcha");
    return await page.post("/api/session/reset", { nip, captcha: doWork(body.work) });
  };

  test("cannot be used up by strangers", async () => {
    const api = sessionApiUnderTest();
    for (let i = 0; i < 6; i++) await check(api.browser("198.51.100.1"), siti.nip);

    expect((await check(api.browser(), siti.nip)).status).toBe(204);
  });

  test("makes its device known: the way in for who has none, while strangers keep guessing", async () => {
    const api = sessionApiUnderTest();
    await failing(api, siti.nip, 8, "198.51.100.1");
    const page = api.browser();
    const newPassword = "Kopi-Tubruk-Tanpa-Gula-7";
    await check(page, siti.nip);
    await page.post("/api/session/reset/email", { email: siti.email });
    await page.post("/api/session/reset/password", { code: "654321", newPassword });
    api.clock.advance({ seconds: 10 });

    expect((await login(api.browser(), siti.nip, newPassword)).status).toBe(429);
    expect((await login(page, siti.nip, newPassword)).status).toBe(200);
  });
});

describe("a reset and the devices that were known", () => {
  const newPassword = "Kopi-Tubruk-Tanpa-Gula-7";

  /** Siti was signed in at a shared computer, and resets at home, with strangers at her number. */
  async function resetAtHome({ isHomeKnown }: { isHomeKnown: boolean }) {
    const api = sessionApiUnderTest();
    const [shared, home] = [api.browser(), api.browser()];
    for (const page of isHomeKnown ? [shared, home] : [shared]) {
      await page.signIn();
      api.users.nextCode();
    }
    api.clock.advance({ minutes: 1 });
    expect((await reset(home, siti)).status).toBe(204);
    await failing(api, siti.nip, 8, "198.51.100.1");
    api.clock.advance({ seconds: 10 });
    return { api, shared, home };
  }

  test.each([true, false])(
    "all are forgotten but the one it is made on (known before: %s)",
    async (isHomeKnown) => {
      const { shared, home } = await resetAtHome({ isHomeKnown });

      expect((await login(shared, siti.nip, newPassword)).status).toBe(429);
      expect((await login(home, siti.nip, newPassword)).status).toBe(200);
    },
  );

  test("they stay so when the session table has deleted what ended, and a login there makes them known again", async () => {
    const { api, shared } = await resetAtHome({ isHomeKnown: false });
    const strangersCome = async () => {
      await failing(api, siti.nip, 8, "198.51.100.1");
      api.clock.advance({ seconds: 10 });
    };
    api.clock.advance({ days: 30 });
    await strangersCome();
    expect((await login(shared, siti.nip, newPassword)).status).toBe(429);
    api.clock.advance({ hours: 2 });
    expect((await shared.signIn(siti.nip, newPassword)).status).toBe(200);
    await strangersCome();

    expect((await login(shared, siti.nip, newPassword)).status).toBe(200);
  });
});

describe("the brake on all", () => {
  /** Wrong passwords for other numbers each, spread over fifty networks. */
  async function spray(api: ReturnType<typeof sessionApiUnderTest>, logins: number) {
    const statuses = new Map<number, number>();
    for (let i = 0; i < logins; i++) {
      const nip = `19900101${2000 + (i % 20)}0310${10 + (i % 80)}`;
      const { status } = await login(api.browser(`198.51.${i % 50}.7`), nip, "wrong");
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      api.clock.advance({ seconds: 0.012 });
    }
    return statuses;
  }

  test("5,000 logins in a minute over fifty networks meet it, long before a network's own limit", async () => {
    const api = sessionApiUnderTest();
    const statuses = await spray(api, 5_000);

    expect(statuses.get(401)).toBeLessThan(600);
    expect((statuses.get(401) ?? 0) + (statuses.get(429) ?? 0)).toBe(5_000);
  }, 60_000);

  test("then everybody works a little, the holder too, and comes in; a minute later nobody does", async () => {
    const api = sessionApiUnderTest();
    await spray(api, 1_000);
    const page = api.browser("203.0.113.1");
    const asked = await login(page, siti.nip);
    const done = await login(page, siti.nip, password, doWork(workOf(asked)));
    api.clock.advance({ minutes: 2 });

    expect(workOf(asked).maxNumber).toBe(96);
    expect(done.status).toBe(200);
    expect((await login(api.browser("203.0.113.1"), siti.nip)).status).toBe(200);
  });

  test("it is read seldom: eight reads in five seconds, however many log in", async () => {
    const limits = new LimitsInMemory();
    const api = sessionApiUnderTest({ limits });
    const before = api.limits.reads;
    for (let i = 0; i < 100; i++) await login(api.browser(), siti.nip);

    expect(api.limits.reads - before).toBe(8);
  });
});
