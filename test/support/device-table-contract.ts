import { expect, test } from "vitest";
import type { DeviceTable } from "#shared/session/device-table.ts";
import { FakeClock } from "./fake-clock.ts";

/** What every device table does, the fake and the real one. `make` gives an empty table each time. */
export function deviceTableContract(
  make: () => Promise<Pick<DeviceTable, keyof DeviceTable>>,
): void {
  test("a device is known until its end, and again when it is kept again", async () => {
    const devices = await make();
    const clock = new FakeClock();
    const inAMinute = () => new Date(clock.now().getTime() + 60_000);
    await devices.keep("d1", inAMinute());

    expect(await devices.isKnown("d1", clock.now())).toBe(true);
    expect(await devices.isKnown("d2", clock.now())).toBe(false);
    clock.advance({ minutes: 1 });
    expect(await devices.isKnown("d1", clock.now())).toBe(false);
    await devices.keep("d1", inAMinute());
    expect(await devices.isKnown("d1", clock.now())).toBe(true);
  });
}
