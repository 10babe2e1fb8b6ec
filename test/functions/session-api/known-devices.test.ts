/** A device that signed in before: strangers cannot keep its holder out. */
import { describe, expect, test } from "vitest";
import { doWork } from "../../support/solve-captcha.ts";
import { rightCode } from "../../support/users-in-memory.ts";
import { failing, login, workOf } from "./failing-logins.ts";
import {
  type Browser,
  budi,
  password,
  reset,
  sessionApiUnderTest,
  siti,
} from "./session-api-under-test.ts";

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
    expect((await reset(home, siti)).status).toBe(200);
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
