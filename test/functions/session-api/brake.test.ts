/** Many logins at once, over many networks. */
import { describe, expect, test } from "vitest";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { doWork } from "../../support/solve-captcha.ts";
import { login, workOf } from "./failing-logins.ts";
import { password, sessionApiUnderTest, siti } from "./session-api-under-test.ts";

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
