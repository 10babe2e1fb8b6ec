import { expect, test } from "vitest";
import type { AnsweredChallenges } from "#shared/captcha/work-challenge.ts";
import type { Scan, Scans } from "#shared/card/scan.ts";
import { recordOf } from "#shared/card/scan.ts";

/** What is read of captchas that were used for cards, of the fake and the real table. `make` gives an empty table each time. */
export function scanTableContract(
  make: () => Promise<{ readonly captchas: AnsweredChallenges; readonly scans: Scans }>,
): void {
  const endsAt = 1_795_000_000;
  const now = new Date("2026-11-21T04:00:00.000Z");
  const madeAt = (minute: number, of: Scan["employeeId"] = "emp_siti"): Scan => ({
    ...{ employeeId: of, result: "valid", region: "Jawa Barat" },
    at: new Date(Date.UTC(2026, 10, 21, 3, minute)).toISOString(),
  });

  test("a person's scans come newest first, page by page, and nobody else's", async () => {
    const { captchas, scans } = await make();
    for (const minute of [4, 1, 3, 0, 2]) {
      const id = `cap_${minute}`;
      await captchas.use({ id, endsAt }, recordOf(madeAt(minute), id));
    }
    await captchas.use({ id: "cap_b", endsAt }, recordOf(madeAt(9, "emp_budi"), "cap_b"));
    await captchas.use({ id: "cap_none", endsAt });

    const first = await scans.of("emp_siti", { limit: 2, now });
    const second = await scans.of("emp_siti", { limit: 2, now, from: first.next });
    const last = await scans.of("emp_siti", { limit: 2, now, from: second.next });
    expect(first.items).toEqual([madeAt(4), madeAt(3)]);
    expect(second.items).toEqual([madeAt(2), madeAt(1)]);
    expect(last).toEqual({ items: [madeAt(0)], next: undefined });
  });

  test("two scans of one instant are two, and a captcha that was used is no second scan", async () => {
    const { captchas, scans } = await make();
    for (const id of ["cap_1", "cap_2", "cap_1"])
      await captchas.use({ id, endsAt }, recordOf(madeAt(1), id));

    expect((await scans.of("emp_siti", { limit: 5, now })).items).toEqual([madeAt(1), madeAt(1)]);
  });

  test("a page that is full and last has no next one", async () => {
    const { captchas, scans } = await make();
    await captchas.use({ id: "cap_1", endsAt }, recordOf(madeAt(1), "cap_1"));
    expect(await scans.of("emp_siti", { limit: 1, now })).toEqual({
      ...{ items: [madeAt(1)], next: undefined },
    });
  });

  test("one that is older than ninety days is told nobody, also before it is deleted", async () => {
    const { captchas, scans } = await make();
    for (const minute of [0, 1, 2, 3]) {
      const id = `cap_${minute}`;
      await captchas.use({ id, endsAt }, recordOf(madeAt(minute), id));
    }
    const later = new Date(Date.parse(madeAt(2).at) + 90 * 86_400_000);

    expect(await scans.of("emp_siti", { limit: 5, now: later })).toEqual({
      ...{ items: [madeAt(3), madeAt(2)], next: undefined },
    });
    expect((await scans.of("emp_siti", { limit: 2, now: later })).next).toBeUndefined();
    const first = await scans.of("emp_siti", { limit: 1, now: later });
    expect(first.items).toEqual([madeAt(3)]);
    expect(await scans.of("emp_siti", { limit: 1, now: later, from: first.next })).toEqual({
      ...{ items: [madeAt(2)], next: undefined },
    });
    const all = new Date(later.getTime() + 600_000);
    expect(await scans.of("emp_siti", { limit: 5, now: all })).toEqual({
      ...{ items: [], next: undefined },
    });
  });
}
