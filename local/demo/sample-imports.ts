/** Files of people to try the import with: invented ones of the first agency, who are not registered. */
import { kedudukanHukumName } from "#shared/employee/kedudukan-hukum.ts";
import { kindName } from "#shared/employee/kind-name.ts";
import { headingOf, type ImportField } from "#shared/import/import-columns.ts";
import { type SpreadsheetFormat, writeSpreadsheet } from "#shared/import/write-spreadsheet.ts";
import { type DemoPerson, strangers } from "./people.ts";

export interface SampleImport {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const sampleSize = 300;
const look = { name: "Pegawai", widths: [], headingRow: 1 };

type Row = Partial<Record<ImportField, string | undefined>>;

/** Faults that spreadsheets and people make, each in a row of its own. */
const faults: readonly Row[] = [
  { nip: "1,98503E+17" },
  { nip: "198502122010012000" },
  { birthDate: "31-02-1985" },
  { sex: "X" },
  { golongan: "IX/z" },
  { email: "pegawai..titik@contoh.example" },
  { name: "Contohsari, S.H." },
  { name: "" },
];

/** One in which nothing is wrong, in both formats; and one with a fault in each of its first rows. */
export async function sampleImports(): Promise<readonly SampleImport[]> {
  const rows = strangers(sampleSize).map(rowOf);
  const spoiled = rows.slice(0, 30).map((row, i) => ({ ...row, ...faults[i] }));
  return Promise.all([
    sample("pegawai-contoh.xlsx", "xlsx", rows),
    sample("pegawai-contoh.csv", "csv", rows),
    sample("pegawai-bermasalah.csv", "csv", spoiled),
  ]);
}

async function sample(
  fileName: string,
  format: SpreadsheetFormat,
  rows: readonly Row[],
): Promise<SampleImport> {
  const cells = rows.map((row) => columns.map((field) => row[field] ?? ""));
  const all = [columns.map(headingOf), ...cells];
  const pieces: Uint8Array[] = [];
  for await (const piece of writeSpreadsheet(format, all, look)) pieces.push(piece);
  return { fileName, bytes: Buffer.concat(pieces) };
}

const columns = [
  ...([
    "nip",
    "name",
    "gelarDepan",
    "gelarBelakang",
    "birthDate",
    "sex",
    "phone",
    "email",
  ] as const),
  ...(["kind", "kedudukanHukum", "tmtCpns", "tmtPns", "golongan", "jabatan", "unitKerja"] as const),
  ...(["contractEnd", "instansi"] as const),
] as const satisfies readonly ImportField[];

function rowOf({ employee }: DemoPerson): Row {
  const { nip, kind, kedudukanHukum, tmt, contractEnd = "", ...same } = employee;
  return {
    ...same,
    nip,
    birthDate: `${nip.slice(6, 8)}-${nip.slice(4, 6)}-${nip.slice(0, 4)}`,
    sex: nip[14] === "2" ? "F" : "M",
    kind: kindName(kind),
    kedudukanHukum: kedudukanHukumName(kedudukanHukum) ?? "",
    tmtCpns: writtenDay(tmt),
    tmtPns: writtenDay(tmt),
    contractEnd: contractEnd && writtenDay(contractEnd),
  };
}

/** "01-03-2024" */
function writtenDay(day: string): string {
  return day.split("-").reverse().join("-");
}
