import { readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Employee } from "#shared/employee/employee.ts";
import { compareRecords } from "#shared/import/compare-records.ts";
import { noCounts } from "#shared/import/import.ts";
import { FileRefused } from "#shared/import/import-problem.ts";
import { type JudgedFile, judgeFile, refusedFile } from "#shared/import/judge-file.ts";
import { demandSize } from "#shared/import/table.ts";
import { jakartaDay, systemClock } from "#shared/runtime/clock.ts";
import { bringImport } from "./bring-import.ts";
import { type Command, UsageError } from "./command.ts";
import { findCloud } from "./find-cloud.ts";
import { agencyOf, allOf, findRecords, tablesIn } from "./import-records.ts";
import { harmless, jsonOf, linesOf, sentenceOf } from "./import-report.ts";

export const impor: Command = {
  usage: `kartu impor BERKAS [--dry-run] [--json] [--instansi ID]
            [--outputs cdk-outputs.json] [--home .kartu]

Membaca dan memeriksa berkas pegawai (CSV atau .xlsx, tata letak SIASN atau mirip), lalu membandingkannya dengan data yang ada,
tanpa menulis apa pun. Kode masalah dijelaskan di docs/impor.md. Pembandingnya: --outputs, cdk-outputs.json, atau cloud tertanam
dari npm start; tanpa semuanya setiap orang dihitung baru. Instansi dikenali dari kolom INSTANSI KERJA atau --instansi.
Tanpa --dry-run berkas diunggah dan diperiksa; petugas instansi itu mengajukannya di halaman «Impor», dan penyetuju memutuskannya.
Berkas yang tidak dapat dibaca: kode keluar 1.`,

  async run(args, print) {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new UsageError("Sebut satu berkas.");
    const judged = await judge(file);
    if (!values["dry-run"]) return await bring(file, judged, values, print);
    const records = await recordsFor(judged, values);
    const report = { rows: judged.rows, ...compareRecords(judged, records) };
    if (values.json) print(jsonOf(report));
    else for (const line of linesOf(report)) print(line);
    const [refusal] = judged.problems.filter(({ code }) => code.startsWith("file-"));
    if (refusal?.severity === "error") throw new Error(`${file}: ${sentenceOf(refusal)}`);
  },
};

const options = {
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  instansi: { type: "string" },
  outputs: { type: "string" },
  home: { type: "string", default: ".kartu" },
} as const;

async function judge(file: string): Promise<JudgedFile> {
  const year = Number(jakartaDay(systemClock.now()).slice(0, 4));
  try {
    // Of a file that is too large nothing is loaded.
    demandSize(statSync(file).size);
    return await judgeFile(new Uint8Array(readFileSync(file)), { year });
  } catch (error) {
    if (error instanceof FileRefused) return refusedFile(error);
    if (isSystemError(error)) throw new UsageError(`${file} tidak dapat dibaca.`);
    throw error;
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

/** Uploads the file for its agency, and says what is next. @throws UsageError when there is no such agency, or nothing to upload to */
async function bring(
  path: string,
  judged: JudgedFile,
  places: Places & { readonly json: boolean },
  print: (line: string) => void,
): Promise<void> {
  const [refusal] = judged.problems.filter(({ code }) => code.startsWith("file-"));
  if (refusal?.severity === "error") throw new Error(`${path}: ${sentenceOf(refusal)}`);
  const cloud = await findCloud(places);
  if (!cloud)
    throw new UsageError("Cloud tertanam tidak berjalan (npm start) dan --outputs tidak disebut.");
  const { agencies } = tablesIn(cloud);
  const said = { wanted: places.instansi, said: judged.instansi };
  const id = await agencyOf({ agencies }, said);
  const agency = (await agencies.list()).find((each) => each.id === id);
  if (!agency)
    throw new UsageError(
      `Instansi «${harmless(judged.instansi)}» tidak dikenal: sebut dengan --instansi.`,
    );
  const bytes = new Uint8Array(readFileSync(path));
  const { id: importId, judgement } = await bringImport(cloud, { path, bytes }, agency);
  const { rows = 0, counts = noCounts } = judgement ?? {};
  if (places.json) print(JSON.stringify({ importId, rows, ...counts }));
  else {
    print(
      `${rows} baris: ${counts.new} baru, ${counts.changed} berubah, ${counts.errors} kesalahan.`,
    );
    print(`Petugas ${agency.name} mengajukannya di halaman «Impor», lalu penyetuju memutuskannya.`);
  }
}

interface Places {
  readonly instansi?: string | undefined;
  readonly outputs?: string | undefined;
  readonly home: string;
}

/** The records of the file's agency; none when they cannot be found, which is said beside the report. */
async function recordsFor(judged: JudgedFile, places: Places): Promise<readonly Employee[]> {
  const records = await findRecords(places);
  if (!records) {
    console.error(
      "Cloud tertanam tidak berjalan (npm start) dan --outputs tidak disebut, jadi setiap orang dihitung baru.",
    );
    return [];
  }
  const instansiId = await agencyOf(records, { wanted: places.instansi, said: judged.instansi });
  if (instansiId !== undefined) return allOf(records.employees, instansiId);
  console.error(
    `Instansi «${harmless(judged.instansi)}» tidak dikenal, jadi setiap orang dihitung baru: sebut dengan --instansi.`,
  );
  return [];
}
