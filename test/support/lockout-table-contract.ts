import { expect, test } from "vitest";
import type { Lockouts } from "#shared/account/lockout.ts";
import { aNip } from "./builders.ts";
import { FakeClock } from "./fake-clock.ts";

/** What every lockout table does, the fake and the real one. `make` gives an empty table each time. */
export function lockoutTableContract(make: () => Promise<Lockouts>): void {
  const nip = aNip();

  test("failures in a row are counted up; an attempt that did not fail is noted", async () => {
    const lockouts = await make();
    const clock = new FakeClock();
    for (let i = 0; i < 3; i++) await lockouts.fail(nip, await lockouts.find(nip), clock.now());
    const failedAt = clock.now().getTime();
    clock.advance({ minutes: 1 });
    await lockouts.attempt(nip, clock.now());

    expect(await lockouts.find(nip)).toEqual({
      failures: 3,
      failedAt,
      attemptedAt: clock.now().getTime(),
    });
  });

  test("after fifteen minutes without an attempt the row begins anew", async () => {
    const lockouts = await make();
    const clock = new FakeClock();
    for (let i = 0; i < 3; i++) await lockouts.fail(nip, await lockouts.find(nip), clock.now());
    clock.advance({ minutes: 15 });
    await lockouts.fail(nip, await lockouts.find(nip), clock.now());

    expect(await lockouts.find(nip)).toMatchObject({ failures: 1 });
  });

  test("fifty failures at once count fifty, of a number that never failed and of a row that is forgotten", async () => {
    const lockouts = await make();
    const clock = new FakeClock();
    for (const _ of ["never", "forgotten"]) {
      const run = await lockouts.find(nip);
      const failing = Array.from({ length: 50 }, () => lockouts.fail(nip, run, clock.now()));
      await Promise.all(failing);

      expect(await lockouts.find(nip)).toMatchObject({ failures: 50 });
      clock.advance({ minutes: 15 });
    }
  });

  test("a failure that was admitted before a sign-in ended the row begins a new one", async () => {
    const lockouts = await make();
    const now = new FakeClock().now();
    for (let i = 0; i < 3; i++) await lockouts.fail(nip, await lockouts.find(nip), now);
    const run = await lockouts.find(nip);
    await lockouts.clear(nip);
    await lockouts.fail(nip, run, now);

    expect(await lockouts.find(nip)).toMatchObject({ failures: 1 });
  });

  test("a completed sign-in ends the row", async () => {
    const lockouts = await make();
    const now = new FakeClock().now();
    await lockouts.fail(nip, undefined, now);
    await lockouts.clear(nip);

    expect(await lockouts.find(nip)).toMatchObject({ failures: 0 });
  });

  test("nobody is locked who never failed", async () => {
    expect(await (await make()).find(nip)).toBeUndefined();
  });
}
