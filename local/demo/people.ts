/**
 * The demo's civil servants: a thousand of three agencies in three time zones, all invented, the same on every machine. Every golongan
 * family, PNS and PPPK, every effect of kedudukan hukum, and the names that break layouts.
 */

import type { GrantedRole } from "#shared/access/role.ts";
import { saidOfAgency } from "#shared/agency/agency.ts";
import { golonganOf } from "#shared/employee/golongan.ts";
import { kedudukanHukumOf } from "#shared/employee/kedudukan-hukum.ts";
import { type EmployeeKind, numberKindOf, parseNip } from "#shared/employee/nip.ts";
import type { NewEmployee } from "#shared/employee/register-employee.ts";
import { demoAgencies } from "./agencies.ts";
import { cast, latecomers, type Readiness, type Sketch } from "./cast.ts";
import { crowdSize, townsperson } from "./crowd.ts";

/** Everybody of the demo has an address. */
export type DemoEmployee = NewEmployee & { readonly email: string };

export interface DemoPerson {
  readonly employee: DemoEmployee;
  readonly account: Readiness;
  readonly roles: readonly GrantedRole[];
  /** Seeds the portrait of a person whose photo is confirmed. */
  readonly portrait: number | undefined;
  /** The account's name on the start page; undefined for people who are not listed there. */
  readonly role: string | undefined;
}

const first = [
  "Adi",
  "Bayu",
  "Citra",
  "Dewi",
  "Eko",
  "Fitri",
  "Gilang",
  "Hana",
  "Indra",
  "Joko",
  "Kartika",
  "Lestari",
  "Maya",
  "Nanda",
  "Putri",
  "Rizky",
];
const women = new Set([
  "Citra",
  "Dewi",
  "Fitri",
  "Hana",
  "Kartika",
  "Lestari",
  "Maya",
  "Nanda",
  "Putri",
]);
const last = ["Contohsari", "Khayalwan", "Percobaan", "Teladanto", "Fiktifani", "Umpamawati"];
const jobs = [
  "Arsiparis Terampil",
  "Analis Kebijakan Ahli Pertama",
  "Penyuluh Pertanian Ahli Muda",
  "Bidan Mahir",
  "Pengawas Sekolah Ahli Madya",
  "Pengadministrasi Umum",
];
const units = [
  "Sekretariat Daerah",
  "Dinas Pendidikan",
  "Dinas Kesehatan",
  "Badan Perencanaan Pembangunan",
  "Inspektorat",
  "Dinas Pertanian",
];
/** The cast and a few of every agency. After them come the many of the first agency. */
const fewInAll = 60;
const everybody = 1000;

/**
 * Everybody, in the order in which they are registered.
 * @param inAll only so many: those of the start page and the first agency's crowd come first
 */
export function demoPeople(inAll = everybody): readonly DemoPerson[] {
  const few = Array.from({ length: fewInAll - cast.length }, (_, i) => extra(i));
  const many = Array.from({ length: crowdSize }, (_, i) => townsperson(i));
  const first = [...cast, ...few, ...many, ...latecomers];
  // Behind everybody else, as the latecomers are.
  const more = Array.from({ length: everybody - first.length }, (_, i) => neighbour(i));
  return [...first, ...more].slice(0, inAll).map(person);
}

/** People of the first agency who are not registered. None was appointed as a child, which an import asks about. */
export function strangers(count: number): readonly DemoPerson[] {
  const some = Array.from({ length: 2 * count }, (_, i) => {
    const sketch = townsperson(everybody + i);
    const kedudukanHukum = activeCode(sketch.kind ?? "PNS");
    return person({ ...sketch, kedudukanHukum }, everybody + i);
  });
  const isGrown = ({ employee: { nip } }: DemoPerson) =>
    Number(nip.slice(8, 12)) - Number(nip.slice(0, 4)) > 18;
  return some.filter(isGrown).slice(0, count);
}

/** Somebody of any of the agencies; the second and the third get the most of them, so that all are of a size. */
function neighbour(i: number): Sketch {
  return { ...townsperson(crowdSize + i), instansi: pick([1, 2, 1, 2, 0], i) };
}

/** One of the crowd: between them they hold every golongan and every kedudukan hukum. */
function extra(i: number): Sketch {
  const kind: EmployeeKind = i % 3 === 2 ? "PPPK" : "PNS";
  const codes = kedudukanHukumOf(kind);
  return {
    isWoman: women.has(pick(first, i)),
    name: `${pick(first, i)} ${pick(last, i * 5 + Math.floor(i / first.length))}`,
    ...(i % 4 === 0 ? { gelarBelakang: "S.E." } : {}),
    kind,
    golongan: pick(golonganOf(kind), Math.floor(i / 1.4)),
    jabatan: pick(jobs, i),
    unitKerja: pick(units, i + 2),
    instansi: i % demoAgencies.length,
    kedudukanHukum: i % 2 === 0 ? activeCode(kind) : pick(codes, Math.floor(i / 2)),
  };
}

function person(sketch: Sketch, i: number): DemoPerson {
  const { kind = "PNS", instansi = 0, gelarDepan, gelarBelakang } = sketch;
  const year = numberKindOf(kind) === "PNS" ? 2005 + (i % 18) : 2019 + (i % 6);
  const agency = pick(demoAgencies, instansi);
  return {
    employee: {
      nip: nipOf(i, kind, year, sketch.isWoman === true),
      kind,
      name: sketch.name,
      ...(gelarDepan ? { gelarDepan } : {}),
      ...(gelarBelakang ? { gelarBelakang } : {}),
      email: `pegawai${String(i + 1).padStart(2, "0")}@contoh.example`,
      phone: `0812 0000 ${String(i + 1).padStart(4, "0")}`,
      ...golonganIn(sketch),
      jabatan: sketch.jabatan ?? pick(jobs, i),
      unitKerja: sketch.unitKerja ?? pick(units, i),
      instansiId: agency.id,
      ...saidOfAgency(agency),
      tmt: `${year}-03-01`,
      ...(kind !== "PNS" ? { contractEnd: sketch.contractEnd ?? `${2027 + (i % 4)}-12-31` } : {}),
      kedudukanHukum: sketch.kedudukanHukum ?? activeCode(kind),
    },
    account: sketch.account ?? "imported",
    roles: sketch.roles ?? [],
    portrait: sketch.hasPhoto ? i : undefined,
    role: sketch.role,
  };
}

/** A PPPK Paruh Waktu has one only where it is said. */
function golonganIn({ kind, golongan }: Sketch): { golongan?: string } {
  if (golongan) return { golongan };
  return kind === "PPPK-PW" ? {} : { golongan: "III/a" };
}

const activeCode = (kind: EmployeeKind) => (numberKindOf(kind) === "PNS" ? "01" : "71");

/** A well-formed number that nobody has: born on the first days of a month, order from 901. */
function nipOf(i: number, kind: EmployeeKind, year: number, isWoman: boolean) {
  const birth = `${1968 + (i % 30)}${String((i % 12) + 1).padStart(2, "0")}${String((i % 9) + 1).padStart(2, "0")}`;
  const code = numberKindOf(kind) === "PNS" ? "03" : "21";
  const nip = parseNip(`${birth}${year}${code}${isWoman ? 2 : 1}${901 + (i % 99)}`);
  if (!nip) throw new Error(`Demo person ${i} has no NIP.`);
  return nip;
}

function pick<T>(list: readonly T[], i: number): T {
  const item = list[i % list.length];
  if (item === undefined) throw new Error("Nothing to pick from.");
  return item;
}
