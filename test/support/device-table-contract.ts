import { expect, test } from "vitest";
import type { KnownDevices } from "#shared/session/device.ts";
import { FakeClock } from "./fake-clock.ts";

/** What every device table does, the fake and the real one. `make` gives an empty table each time. */
export function deviceTableContract(make: () => Promise<KnownDevices>): void {
  test("a device is known until its end, and again when it is kept again", async () => {
    const devices = await make();
    const clock = new FakeClock();
    const inAMinute = () => new Date(clock.now().getTime() + 60_000);
    const first = { keptAt: clock.now().toISOString() };
    await devices.keep("d1", first, inAMinute());

    expect(await devices.find("d1", clock.now())).toEqual(first);
    expect(await devices.find("d2", clock.now())).toBeUndefined();
    clock.advance({ minutes: 1 });
    expect(await devices.find("d1", clock.now())).toBeUndefined();
    const again = { keptAt: clock.now().toISOString() };
    await devices.keep("d1", again, inAMinute());
    expect(await devices.find("d1", clock.now())).toEqual(again);
  });
}
