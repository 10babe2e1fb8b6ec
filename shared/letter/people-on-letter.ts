/** The people of a letter as it names them, in the order of offices: who leads, then the highest golongan, equals by their names. */
import { type Employee, fullName } from "#shared/employee/employee.ts";
import { golonganOf, pangkatOf } from "#shared/employee/golongan.ts";
import { numberKindOf } from "#shared/employee/nip.ts";
import type { LetterWords, PersonOnLetter } from "./letter.ts";

/** As the record says it now. */
export function personOnLetter(record: Employee): PersonOnLetter {
  const { id, nip, golongan, jabatan, unitKerja } = record;
  const pangkat = golongan === undefined ? undefined : pangkatOf(golongan);
  const rank = pangkat === undefined ? golongan : `${pangkat} (${golongan})`;
  const name = fullName(record);
  return { id, name, nip, ...(rank !== undefined && { rank }), jabatan, unitKerja };
}

/**
 * Highest responsibility first, equals alphabetically (surat tugas, BKKBN). No record says who is responsible for a task, so the leader is named
 * by the officer; golongan of PNS and PPPK are two scales, and PNS come first.
 */
export function inOrder(
  people: readonly Employee[],
  { leader }: Pick<LetterWords, "leader">,
): Employee[] {
  return people
    .map((record) => ({ record, key: keyOf(record, leader) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ record }) => record);
}

type Key = readonly [leads: number, scale: number, height: number, name: string];

function keyOf(record: Employee, leader: string | undefined): Key {
  const { id, kind, golongan, name } = record;
  const height = golongan === undefined ? -1 : golonganOf(kind).indexOf(golongan);
  return [id === leader ? 0 : 1, numberKindOf(kind) === "PNS" ? 0 : 1, -height, name];
}

function compare(one: Key, other: Key): number {
  const [a, b, c] = [one[0] - other[0], one[1] - other[1], one[2] - other[2]];
  return a || b || c || one[3].localeCompare(other[3], "id");
}
