import { expect, test } from "vitest";
import { recordOf } from "#shared/card/scan.ts";
import { listScans, scansQuery } from "#shared/card/scan-answers.ts";
import { anEmployee } from "../../support/builders.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";

const { id: employeeId } = anEmployee();

test("scans come in pages of twenty, and what leads to the next page is accepted", async () => {
  const scans = new CaptchasInMemory();
  for (let i = 0; i < 21; i++) {
    const id = i % 2 ? `cap_${String(i).padStart(26, "a")}` : String(i).padStart(32, "0");
    const at = new Date(Date.UTC(2026, 10, 1, 0, i)).toISOString();
    await scans.use({ id }, recordOf({ employeeId, at, result: "valid" }, id));
  }

  const first = await listScans({ scans }, employeeId, undefined);
  expect(first.items).toHaveLength(20);
  const { cursor } = scansQuery.parse({ cursor: first.cursor });
  const second = await listScans({ scans }, employeeId, cursor);
  expect(second).toEqual({ items: [{ at: "2026-11-01T00:00:00.000Z", result: "valid" }] });
});

test.each(["e30", "", "2026-11-01T00:00:00.000Z", "2026-11-01T00:00:00.000Z#other"])(
  "«%s» is no place in the list",
  (cursor) => {
    expect(scansQuery.safeParse({ cursor }).success).toBe(false);
  },
);
