import { expect, test } from "vitest";
import { type Signing, signatureLine, signatureLines } from "#shared/post/signature-block.ts";

const both = (signing: Signing) => {
  const lines = signatureLines(signing);
  return [lines, signatureLine(lines)];
};

test("the block says whose power it is, and in which form", () => {
  expect(both({ title: "Kepala BKPSDM", onBehalf: [] })).toEqual([
    ["Kepala BKPSDM,"],
    "Kepala BKPSDM",
  ]);
  expect(both({ title: "Kepala BKPSDM", form: "plt", onBehalf: [] })).toEqual([
    ["Plt. Kepala BKPSDM,"],
    "Plt. Kepala BKPSDM",
  ]);
  expect(both({ title: "Sekretaris", form: "plh", onBehalf: ["Kepala BKPSDM"] })).toEqual([
    ["a.n. Kepala BKPSDM", "Plh. Sekretaris,"],
    "a.n. Kepala BKPSDM, Plh. Sekretaris",
  ]);
  expect(
    both({ title: "Kepala Bidang Mutasi", onBehalf: ["Kepala BKPSDM", "Sekretaris"] }),
  ).toEqual([
    ["a.n. Kepala BKPSDM", "Sekretaris", "u.b.", "Kepala Bidang Mutasi,"],
    "a.n. Kepala BKPSDM, Sekretaris u.b. Kepala Bidang Mutasi",
  ]);
});
