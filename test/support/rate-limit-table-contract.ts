import { expect, test } from "vitest";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { FakeClock } from "./fake-clock.ts";

const limit = { name: "test", max: 2, windowSeconds: 60 };

/** What every rate limit table does, the fake and the real one. `make` gives an empty table each time. */
export function rateLimitTableContract(make: () => Promise<RateLimits>): void {
  test("the attempt after the last allowed one is refused, until the window ends", async () => {
    const limits = await make();
    const clock = new FakeClock("2026-11-21T03:00:15.000Z");
    const attempt = () => limits.count(limit, "siti", clock.now());
    await attempt();
    await attempt();

    await expect(attempt()).rejects.toMatchObject({
      code: "too-many-attempts",
      retryAfterSeconds: 45,
    });
    clock.advance({ seconds: 45 });
    await expect(attempt()).resolves.toBeUndefined();
  });

  test("a thing is counted once, however often it comes, and what was refused not at all", async () => {
    const limits = await make();
    const clock = new FakeClock("2026-11-21T03:00:15.000Z");
    const attempt = (what: string, who = "siti") =>
      limits.countOnce(limit, { who, what }, clock.now());
    await Promise.all([attempt("one"), attempt("one"), attempt("two"), attempt("two")]);

    const refused = { code: "too-many-attempts", retryAfterSeconds: 45 };
    await expect(attempt("three")).rejects.toMatchObject(refused);
    await expect(attempt("three")).rejects.toMatchObject(refused);
    for (const again of ["one", "two"]) await attempt(again);
    await attempt("three", "budi");
    clock.advance({ seconds: 45 });
    await attempt("three");
  });

  test("of many different things at once as many are counted as are allowed", async () => {
    const limits = await make();
    const at = new Date("2026-11-21T03:00:15.000Z");
    const attempts = Array.from({ length: 12 }, (_, i) =>
      limits.countOnce(limit, { who: "siti", what: `${i % 6}` }, at),
    );
    const outcomes = await Promise.allSettled(attempts);

    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
  });

  test("everybody, and everything that is limited, is counted apart", async () => {
    const limits = await make();
    const at = new Date("2026-11-21T03:00:15.000Z");
    await limits.count({ ...limit, max: 1 }, "siti", at);

    await expect(limits.count({ ...limit, max: 1 }, "budi", at)).resolves.toBeUndefined();
    await expect(
      limits.count({ ...limit, name: "other", max: 1 }, "siti", at),
    ).resolves.toBeUndefined();
  });

  test("what was counted is forgotten for one person alone, also when nothing was", async () => {
    const limits = await make();
    const at = new Date("2026-11-21T03:00:15.000Z");
    await limits.add(limit, "siti", at);
    await limits.add(limit, "budi", at);

    await limits.forget(limit, "siti", at);
    await limits.forget(limit, "siti", at);

    expect(await limits.read(limit, "siti", at)).toBe(0);
    expect(await limits.read(limit, "budi", at)).toBe(1);
  });

  test("what was counted can be read, without counting it", async () => {
    const limits = await make();
    const clock = new FakeClock("2026-11-21T03:00:15.000Z");
    expect(await limits.read(limit, "siti", clock.now())).toBe(0);
    expect(await limits.add(limit, "siti", clock.now())).toBe(1);
    expect(await limits.add(limit, "siti", clock.now())).toBe(2);

    expect(await limits.read(limit, "siti", clock.now())).toBe(2);
    expect(await limits.read(limit, "siti", clock.now())).toBe(2);
    clock.advance({ seconds: 45 });
    expect(await limits.read(limit, "siti", clock.now())).toBe(0);
  });
}
