/** Of a chain of two nobody decides both links, and whoever could is told so before and after. */
import { expect, test } from "vitest";
import { agree } from "#shared/request/move-request.ts";
import { isBarred, isTurnOf, maySee, wouldBeBarred } from "#shared/request/whose-turn.ts";
import { aRequest } from "../../support/requests.ts";
import { aGrant } from "../../support/roles-in-memory.ts";

const first = aRequest({ unitKerja: "Bidang Pengembangan" });
const who = (...roles: readonly ("petugas" | "penyetuju")[]) => ({
  ...{ employeeId: "emp_oka" as const, instansiId: first.instansiId },
  roles: roles.map((role) => aGrant(role)),
});
const both = who("petugas", "penyetuju");
const told = (request: typeof first, by: typeof both) => ({
  ...{ turn: isTurnOf(request, by), barred: isBarred(request, by) },
  barsNext: wouldBeBarred(request, by),
});

test("who has both roles is warned before the first step, and reads at the second why it is not theirs", () => {
  expect(told(first, both)).toEqual({ turn: true, barred: false, barsNext: true });
  const second = agree(first, { at: new Date("2026-11-21T04:00:00Z"), by: "emp_oka" });
  expect(told(second, both)).toEqual({ turn: false, barred: true, barsNext: false });
});

test("what others report of an officer is kept from that officer, who sees the own requests as always", () => {
  const [reported, own] = [
    aRequest({ person: "emp_oka", unasked: true }),
    aRequest({ person: "emp_oka" }),
  ];
  expect([reported, own].map((each) => maySee(each, both))).toEqual([false, true]);
  expect(maySee(reported, { ...both, employeeId: "emp_lain" })).toBe(true);
});

test("who has one of them is neither warned nor barred; the last step bars nothing", () => {
  expect(told(first, who("petugas"))).toEqual({ turn: true, barred: false, barsNext: false });
  const last = { ...first, place: 1 };
  expect(told(last, both)).toEqual({ turn: true, barred: false, barsNext: false });
  expect(told(last, who("petugas"))).toEqual({ turn: false, barred: false, barsNext: false });
});
