/** How lists of agencies write the values of a record. What is not understood is left to the record's rules, which refuse it. */

import { retirementAges } from "./background-fields.ts";
import type { Sex } from "./bkn-checks.ts";
import { foldWords } from "./folding.ts";
import { golonganOf } from "./golongan.ts";
import { kedudukanHukumCodes, kedudukanHukumName } from "./kedudukan-hukum.ts";
import type { EmployeeKind } from "./nip.ts";

/** "PNS Daerah", "CPNS", "PPPK", "P3K Paruh Waktu"; undefined for anything else. */
export function readKind(text: string): EmployeeKind | undefined {
  const said = folded(text);
  if (/^(pppk|p3k)/.test(said)) return /paruh|parttime|pw$/.test(said) ? "PPPK-PW" : "PPPK";
  if (said.startsWith("paruhwaktu")) return "PPPK-PW";
  return /^(pns|cpns|pegawainegerisipil|calonpegawainegerisipil)/.test(said) ? "PNS" : undefined;
}

const sexes: Readonly<Record<string, Sex>> = {
  ...{ m: "M", l: "M", male: "M", pria: "M", lakilaki: "M", laki: "M", "1": "M" },
  ...{ f: "F", p: "F", female: "F", wanita: "F", perempuan: "F", "2": "F" },
};

/** SIASN's M and F, L and P, or words. */
export function readSex(text: string): Sex | undefined {
  const said = folded(text);
  return Object.hasOwn(sexes, said) ? sexes[said] : undefined;
}

const jabatanKinds: Readonly<Record<string, string>> = {
  ...{ "1": "1", struktural: "1", jabatanstruktural: "1" },
  ...{
    "2": "2",
    fungsionaltertentu: "2",
    jabatanfungsional: "2",
    fungsional: "2",
    jft: "2",
    jf: "2",
  },
  ...{ "3": "3", rangkap: "3", jabatanrangkap: "3" },
  ...{ "4": "4", fungsionalumum: "4", pelaksana: "4", jabatanpelaksana: "4", jfu: "4" },
};

/** BKN's code of a kind of jabatan: "Fungsional Umum" is "4"; undefined for anything else. */
export function readJabatanKind(text: string): string | undefined {
  const said = folded(text);
  return Object.hasOwn(jabatanKinds, said) ? jabatanKinds[said] : undefined;
}

/** "58 tahun" as "58"; undefined for an age at which nobody retires. */
export function readRetirementAge(text: string): string | undefined {
  const age = text.replace(/\s*(tahun|thn?)\.?$/i, "");
  return retirementAges.includes(age) ? age : undefined;
}

/** BKN's codes of golongan: the tens are the golongan, the ones the ruang. */
const bknCode = /^([1-4])([1-5])$/;
const ruang = /(?:^|[\s,(])(I{1,3}|IV)\s*[/.\s]?\s*([a-e])\)?$/i;

/** "III/A", "Penata Muda (III/a)" or BKN's "31" as "III/a"; for a PPPK "ix" or "9" as "IX". */
export function readGolongan(text: string, kind: EmployeeKind): string {
  const pppk = golonganOf("PPPK");
  if (kind !== "PNS")
    return pppk[Number(text) - 1] ?? text.replace(/^gol(ongan)?\.?\s+/i, "").toUpperCase();
  const [, tens, ones] = bknCode.exec(text) ?? [];
  if (tens && ones) return `${pppk[Number(tens) - 1]}/${"abcde"[Number(ones) - 1]}`;
  const [, roman, letter] = ruang.exec(text) ?? [];
  return roman && letter ? `${roman.toUpperCase()}/${letter.toLowerCase()}` : text;
}

/** Other names of positions than BKN's. */
const otherNames: Readonly<Record<string, string>> = {
  "PNS Aktif": "01",
  CPNS: "01",
  CLTN: "02",
  MPP: "20",
  PPPK: "71",
  "PPPK Paruh Waktu Aktif": "71",
  "PPPK Paruh Waktu": "71",
};

const codesByName: ReadonlyMap<string, string> = new Map([
  ...kedudukanHukumCodes.map((code): [string, string] => [
    folded(kedudukanHukumName(code) ?? ""),
    code,
  ]),
  ...Object.entries(otherNames).map(([name, code]): [string, string] => [folded(name), code]),
]);

/** The code of a position's name in any spelling, or of a code without its zero ("1"); undefined when BKN has no such position. */
export function readKedudukanHukum(text: string): string | undefined {
  const code = text.padStart(2, "0");
  return kedudukanHukumCodes.includes(code) ? code : codesByName.get(folded(text));
}

/**
 * A text with signs that a card's fonts lack, as it can be printed: "SDN 3 #2 [filial] *" as "SDN 3 No. 2 (filial)". For names of units
 * and positions, in which agencies mark lines; never for names of people.
 */
export function printableSigns(text: string): string {
  return text
    .replace(/#\s*(?=\d)/g, "No. ")
    .replace(/[[{<]/g, "(")
    .replace(/[\]}>]/g, ")")
    .replace(/[“”„"]/g, "'")
    .replace(/[|\\]/g, "/")
    .replace(/[•·]/g, "-")
    .replace(/[#*_~^]/g, " ")
    .replace(/ +/g, " ")
    .trim();
}

/** A heading or a value in letters and digits alone, so that "E-mail", "e mail" and "EMAIL" are one. */
export function folded(text: string): string {
  return foldWords(text.replaceAll(/\p{Pd}/gu, " ")).join("");
}

/** Whether two names mean one agency, with the abbreviations of SIASN's lists: «Pemkab. Contoh» is «Pemerintah Kabupaten Contoh». */
export function isSameAgency(one: string, other: string): boolean {
  return wholeName(one) === wholeName(other);
}

function wholeName(name: string): string {
  return folded(
    name
      .replace(/\bpemkab\b\.?/i, "Pemerintah Kabupaten")
      .replace(/\bpemkot\b\.?/i, "Pemerintah Kota")
      .replace(/\bpemprov\b\.?/i, "Pemerintah Provinsi")
      .replace(/\bkab\b\.?/i, "Kabupaten")
      .replace(/\bprov\b\.?/i, "Provinsi"),
  );
}
