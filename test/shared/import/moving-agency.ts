/** The file of an agency that moves in: the cases' faulty rows, our own, and as many people in whose rows nothing is wrong. */
import { severityOf } from "#shared/import/import-codes.ts";
import { type OwnRow, ownErrors, ownMended, ownWarnings } from "./own-faults.ts";
import {
  type Cells,
  cellsOf,
  mendedInFaults,
  type PlainRecord,
  plainRecord,
} from "./plain-records.ts";
import { type Found, openContracts, plantedFaults } from "./planted-faults.ts";
import { csvOf, siasnRows } from "./siasn-files.ts";

export interface MovingAgency {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
  /** All that is wrong, and nothing else, in the order of the rows. */
  readonly found: readonly Found[];
  /** Everybody who can be taken: what each record has to say. */
  readonly records: readonly PlainRecord[];
}

interface Line {
  readonly cells: readonly string[];
  readonly found: readonly Omit<Found, "row">[];
  /** undefined for who is not taken. */
  readonly record?: PlainRecord | undefined;
}

/** @param size rows below the headings */
export function movingAgency(size: number): MovingAgency {
  const [headings = [], ...given] = siasnRows("siasn-faults.csv");
  const planted = plantedFaults([headings, ...given]);
  const ours = [...ownLines(headings), ...repeatedLines(headings)];
  const people = Array.from({ length: size - given.length - ours.length }, (_, i) => personOf(i));
  const lines = [...people.map((person) => lineOf(headings, person)), ...ours];
  const first = given.length + 2;
  return {
    bytes: csvOf([headings, ...given, ...lines.map(({ cells }) => cells)]),
    rows: size,
    found: [
      openContracts,
      ...planted,
      ...lines.flatMap(({ found }, i) => found.map((each) => ({ ...each, row: first + i }))),
    ],
    records: [
      ...givenRecords(headings, given, planted),
      ...lines.flatMap(({ record }) => (record ? [record] : [])),
    ],
  };
}

function givenRecords(
  headings: readonly string[],
  given: readonly string[][],
  planted: readonly Found[],
) {
  const wrong = new Set(
    planted.filter(({ severity }) => severity === "error").map(({ row }) => row),
  );
  return given.flatMap((cells, i) => {
    const row = i + 2;
    return wrong.has(row) ? [] : [plainRecord(cellsOf(headings, cells), mendedInFaults[row])];
  });
}

/** Somebody in whose row nothing is wrong; every number is another person's. */
function personOf(i: number): Cells {
  const two = (number: number) => String(number).padStart(2, "0");
  const [day, month, year] = [
    (i % 28) + 1,
    (Math.floor(i / 28) % 12) + 1,
    1968 + (Math.floor(i / 336) % 24),
  ];
  const [headings = [], , clean = []] = faults;
  return {
    ...cellsOf(headings, clean),
    ...{
      "NIP BARU": `${year}${two(month)}${two(day)}2009011${String(1 + Math.floor(i / 8064)).padStart(3, "0")}`,
    },
    ...{ "TANGGAL LAHIR": `${two(day)}-${two(month)}-${year}`, "JENIS KELAMIN": "M", NIK: "" },
    ...{ "TMT CPNS": "01-01-2009", "TMT PNS": "01-01-2010" },
    ...{ EMAIL: `orang.${i}@contoh.example`, UNOR: `Dinas Contoh ${i % 40}` },
  };
}
const faults = siasnRows("siasn-faults.csv");

function lineOf(headings: readonly string[], person: Cells): Line {
  return {
    cells: headings.map((heading) => person[heading] ?? ""),
    found: [],
    record: plainRecord(person),
  };
}

/** Numbers and addresses that nobody else has. */
const ownFrom = 4000;

function ownLines(headings: readonly string[]): Line[] {
  return [...ownErrors, ...ownWarnings, ...ownMended].map((own, i) =>
    ownLine(headings, own, personOf(ownFrom + i)),
  );
}

function ownLine(
  headings: readonly string[],
  { cells, bend, found, stored }: OwnRow,
  person: Cells,
): Line {
  const written = { ...person, ...cells(person) };
  const row = headings.map((heading) => written[heading] ?? "");
  const bent = bend ? bend(row) : row;
  const said = found.map(([column, code, example]) => ({
    ...{ column, code, severity: severityOf(code), example },
    value: shown(bent[headings.indexOf(column)] ?? ""),
  }));
  const isTaken = said.every(({ severity }) => severity === "warning");
  return {
    cells: bent,
    found: said,
    record: isTaken ? plainRecord(written, stored?.(person)) : undefined,
  };
}

/** One who stands there twice with the same, and one with something else. */
function repeatedLines(headings: readonly string[]): Line[] {
  const [same, other] = [personOf(ownFrom + 500), personOf(ownFrom + 501)];
  const at = (person: Cells, code: "person-twice-in-file" | "person-differs-in-file") => ({
    ...{
      column: "NIP BARU",
      code,
      severity: "error" as const,
      value: person["NIP BARU"] ?? "",
      example: "",
    },
  });
  const differs = { found: [at(other, "person-differs-in-file")], record: undefined };
  return [
    lineOf(headings, same),
    { ...lineOf(headings, same), found: [at(same, "person-twice-in-file")], record: undefined },
    { ...lineOf(headings, other), ...differs },
    { ...lineOf(headings, { ...other, JABATAN: "Penjaga" }), ...differs },
  ];
}

/** A problem shows so much of a cell. */
function shown(value: string): string {
  const plain = value.trim();
  return plain.length > 100 ? `${plain.slice(0, 100)}…` : plain;
}
