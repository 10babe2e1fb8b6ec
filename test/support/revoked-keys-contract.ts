import { expect, test } from "vitest";
import type { RevokedKeys } from "#shared/card/revoked-keys.ts";

/** What every list of revoked keys does, the fake and the real one. `make` gives an empty one each time. */
export function revokedKeysContract(make: () => Promise<RevokedKeys>): void {
  test("a key is revoked once and for good, beside others", async () => {
    const keys = await make();
    expect(await keys.all()).toEqual(new Set());
    await Promise.all(["0a1b", "0a1b", "ffff"].map((kid) => keys.add(kid)));

    expect(await keys.all()).toEqual(new Set(["0a1b", "ffff"]));
  });
}
