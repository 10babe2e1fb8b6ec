import type { UnitTreeAnswer } from "#shared/agency/unit-answers.ts";

/** What can be asked for, as it stands in the page's address. */
const unitSteps = ["tambah", "ganti-nama", "gabung", "pindah", "tutup"] as const;
export type UnitStep = (typeof unitSteps)[number];

/** Of a unit; at the root only a new one can be added. */
export function stepsFor(unit: UnitTreeAnswer["unit"]): readonly UnitStep[] {
  return unit ? unitSteps : ["tambah"];
}
