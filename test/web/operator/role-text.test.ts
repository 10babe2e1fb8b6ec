import { expect, test } from "vitest";
import { roleDifferences, roleText } from "../../../web/src/operator/role-text.ts";

const agency = "ins_contoh";
const whole = { role: "petugas", instansiId: agency } as const;
const unit = { ...whole, unitKerja: "Dinas Kesehatan" };
const ending = { ...whole, until: "2027-12-31" };

test.each([
  [whole, "Petugas, seluruh instansi"],
  [unit, "Petugas, hanya unit «Dinas Kesehatan»"],
  [ending, "Petugas, seluruh instansi, sampai 31 Desember 2027"],
  [{ role: "operator", instansiId: agency } as const, "Operator, seluruh sistem"],
  [
    { role: "auditor", instansiId: "ins_lain" } as const,
    "Auditor, seluruh instansi, di instansi lain, tidak berlaku",
  ],
])("%j is told as «%s»", (span, text) => {
  expect(roleText(span, agency)).toBe(text);
});

test("what is given and taken comes before what stays", () => {
  const auditor = { role: "auditor", instansiId: agency } as const;

  expect(roleDifferences([whole, auditor], [auditor, unit])).toEqual([
    { change: "given", span: unit },
    { change: "taken", span: whole },
    { change: "kept", span: auditor },
  ]);
});

test("the same role with another last day is taken and given", () => {
  expect(roleDifferences([whole], [ending]).map(({ change }) => change)).toEqual([
    "given",
    "taken",
  ]);
});
