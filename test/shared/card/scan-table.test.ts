import { describe, expect, test } from "vitest";
import { recordOf } from "#shared/card/scan.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { scanTableContract } from "../../support/scan-table-contract.ts";

describe("the fake", () =>
  scanTableContract(async () => {
    const captchas = new CaptchasInMemory();
    return { captchas, scans: captchas };
  }));

test("a scan is kept for ninety days from when it was made", () => {
  const at = "2026-11-21T03:00:00.000Z";
  const { endsAt } = recordOf({ employeeId: "emp_siti", at, result: "ended" }, "cap_1");
  expect(new Date(endsAt * 1000).toISOString()).toBe("2027-02-19T03:00:00.000Z");
});
