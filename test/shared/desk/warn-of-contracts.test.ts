import { expect, test } from "vitest";
import { warnedBefore } from "#shared/audit/account-actions.ts";
import { dueWarning, warnOfContracts } from "#shared/desk/warn-of-contracts.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";

const dayMs = 86_400_000;
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** Whose record was saved long before. */
const made = (change: Partial<Employee> = {}) =>
  anEmployee({
    ...({ kind: "PPPK", kedudukanHukum: "71", tmt: "2022-02-01" } as const),
    ...{ nip: aNip("198502122022011001"), updatedAt: "2026-01-05T03:00:00.000Z" },
    ...{ contractEnd: "2026-12-31", ...change },
  });

/** The warnings of these nights, with their days. */
async function warned(nights: readonly string[], record: (day: string) => Employee) {
  const history = new HistoryInMemory();
  for (const day of nights) {
    const at = new Date(`${day}T00:07:00Z`);
    await warnOfContracts(history, [record(day)], { day, at });
  }
  const { items } = await history.history({ subjectId: "account#emp_siti", limit: 99 });
  return items
    .toReversed()
    .map(({ action, at }) => `${at.slice(0, 10)} ${action.replace("contract-ends-in-", "")}`);
}

const nightsFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, i) => dayAfter(first, i));

test("a holder is warned 90, 30 and 7 days before the end, once each, and not after it", async () => {
  expect(await warned(nightsFrom("2026-09-01", 150), () => made())).toEqual([
    "2026-10-02 90",
    "2026-12-01 30",
    "2026-12-24 7",
  ]);
});

test.each([1, 2, 3, 5, 7])(
  "nights that are late by %d days lose no warning and repeat none",
  async (late) => {
    const nights = warnedBefore.flatMap((days) => {
      const first = dayAfter("2026-12-31", late - days);
      return [first, first, dayAfter(first, 1)];
    });
    const told = await warned(nights, () => made());

    expect(told.map((line) => line.split(" ")[1])).toEqual(["90", "30", "7"]);
  },
);

test("an end that moves is warned of anew, and one that comes nearer at once, by its narrowest warning", async () => {
  const record = (day: string) => {
    if (day < "2026-11-01") return made();
    if (day < "2026-12-20") {
      return made({ contractEnd: "2026-11-20", updatedAt: "2026-11-01T03:00:00.000Z" });
    }
    return made({ contractEnd: "2027-12-31", updatedAt: "2026-12-20T03:00:00.000Z" });
  };

  expect(await warned(nightsFrom("2026-09-01", 486), record)).toEqual([
    "2026-10-02 90",
    "2026-11-01 30",
    "2026-11-13 7",
    "2027-10-02 90",
    "2027-12-01 30",
    "2027-12-24 7",
  ]);
});

test("ends of which two warnings have the same day are both told", async () => {
  // 90 days before the one and 30 days before the other.
  const [first, second] = [made(), made({ contractEnd: "2026-11-01" })];

  expect(dueWarning(first, "2026-10-02")?.revision).not.toBe(
    dueWarning(second, "2026-10-02")?.revision,
  );
});

test.each<[string, Partial<Employee>]>([
  ["has no contract", { contractEnd: undefined }],
  ["has no card", { photoId: undefined }],
  ["has left", { kedudukanHukum: "66" }],
])("who %s is not warned", async (_, change) => {
  const { contractEnd, photoId, ...rest } = { ...made(), ...change };
  const record = {
    ...rest,
    ...(contractEnd !== undefined && { contractEnd }),
    ...(photoId !== undefined && { photoId }),
  };

  expect(await warned(nightsFrom("2026-09-01", 150), () => record)).toEqual([]);
});
