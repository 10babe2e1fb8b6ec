/**
 * Golongan ruang and pangkat of a PNS (BKN codes 11 to 45), golongan of a PPPK (I to XVII, no pangkat).
 * A PPPK Paruh Waktu need not have one.
 */
import { type EmployeeKind, numberKindOf } from "./nip.ts";

const pangkatByGolongan: Readonly<Record<string, string>> = {
  "I/a": "Juru Muda",
  "I/b": "Juru Muda Tingkat I",
  "I/c": "Juru",
  "I/d": "Juru Tingkat I",
  "II/a": "Pengatur Muda",
  "II/b": "Pengatur Muda Tingkat I",
  "II/c": "Pengatur",
  "II/d": "Pengatur Tingkat I",
  "III/a": "Penata Muda",
  "III/b": "Penata Muda Tingkat I",
  "III/c": "Penata",
  "III/d": "Penata Tingkat I",
  "IV/a": "Pembina",
  "IV/b": "Pembina Tingkat I",
  "IV/c": "Pembina Utama Muda",
  "IV/d": "Pembina Utama Madya",
  "IV/e": "Pembina Utama",
};

const pppk = [
  "I",
  "II",
  "III",
  "IV",
  "V",
  "VI",
  "VII",
  "VIII",
  "IX",
  "X",
  "XI",
  "XII",
  "XIII",
  "XIV",
  "XV",
  "XVI",
  "XVII",
];

/** The golongan a kind of employee can have, lowest first. */
export function golonganOf(kind: EmployeeKind): readonly string[] {
  return numberKindOf(kind) === "PNS" ? Object.keys(pangkatByGolongan) : pppk;
}

/** "Penata Muda" of "III/a"; undefined for a PPPK's golongan. */
export function pangkatOf(golongan: string): string | undefined {
  return Object.hasOwn(pangkatByGolongan, golongan) ? pangkatByGolongan[golongan] : undefined;
}
