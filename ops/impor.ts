import { accessSync, constants, openAsBlob, readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { type ComparedWith, compareFile, nobody } from "#shared/import/compare-records.ts";
import { type JudgedFile, judgeFile } from "#shared/import/judge-file.ts";
import { jakartaDay, systemClock } from "#shared/runtime/clock.ts";
import { bringImport } from "./bring-import.ts";
import { type Command, UsageError } from "./command.ts";
import { findCloud } from "./find-cloud.ts";
import { agencyOf, findRecords, tablesIn } from "./import-records.ts";
import { harmless, jsonOf, linesOf, type Report, sentenceOf } from "./import-report.ts";

export const impor: Command = {
  usage: `kartu impor BERKAS [--dry-run] [--json] [--instansi ID]
            [--outputs cdk-outputs.json] [--home .kartu]

Membaca dan memeriksa berkas pegawai (CSV atau .xlsx, tata letak SIASN atau mirip), lalu membandingkannya dengan data yang ada,
tanpa menulis apa pun. Kode masalah dijelaskan di docs/impor.md. Pembandingnya: --outputs, cdk-outputs.json, atau cloud tertanam
dari npm start; tanpa semuanya setiap orang dihitung baru. Instansi dikenali dari kolom INSTANSI KERJA atau --instansi.
Tanpa --dry-run berkas diunggah dan diperiksa; petugas instansi itu mengajukannya di halaman «Impor», dan penyetuju memutuskannya.
Perintah yang sama sesudah itu memberi tahu berapa orang sudah diterapkan, dan melanjutkan yang ditolak, dihentikan, atau berakhir.
Berkas yang tidak dapat dibaca: kode keluar 1.`,

  async run(args, print) {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new UsageError("Sebut satu berkas.");
    const judged = await judge(file);
    if (!values["dry-run"]) return await bring(file, judged, values, print);
    const report = await compared(judged, values);
    printReport(report, values, print);
    await demandReadable(file, judged);
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
    accessSync(file, constants.R_OK);
    if (!statSync(file).isFile()) throw unreadable(file);
    return await judgeFile(await openAsBlob(file), { year });
  } catch (error) {
    if (isSystemError(error)) throw unreadable(file);
    throw error;
  }
}

const unreadable = (file: string) => new UsageError(`${file} tidak dapat dibaca.`);

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
  await demandReadable(path, judged);
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
  printReport(await bringImport(cloud, { path, bytes }, agency), places, print);
}

function printReport(
  report: Report,
  { json }: { readonly json: boolean },
  print: (line: string) => void,
): void {
  if (json) print(jsonOf(report));
  else for (const line of linesOf(report)) print(line);
}

interface Places {
  readonly instansi?: string | undefined;
  readonly outputs?: string | undefined;
  readonly home: string;
}

/** @throws Error that says why nothing of the file is read */
async function demandReadable(path: string, judged: JudgedFile): Promise<void> {
  if (!judged.isRefused) return;
  for await (const { problems } of judged.pages())
    for (const problem of problems) throw new Error(`${path}: ${sentenceOf(problem)}`);
}

/** What the file says otherwise than the records that can be found. */
async function compared(judged: JudgedFile, places: Places): Promise<Report> {
  const report: Report = { rows: judged.rows, new: 0, changed: 0, gone: 0, problems: [] };
  // Of a file that cannot be read there is nobody to compare.
  const [records, instansiId] = judged.isRefused
    ? ([nobody, ""] as const)
    : await recordsFor(judged, places);
  for await (const { newcomers, changed, gone, problems } of compareFile(
    judged,
    records,
    instansiId,
  )) {
    report.new += newcomers.length;
    report.changed += changed.length;
    report.gone += gone.length;
    report.problems.push(...problems);
  }
  return report;
}

/** The records, and the file's agency; none when they cannot be found, which is said beside the report. */
async function recordsFor(judged: JudgedFile, places: Places): Promise<[ComparedWith, string]> {
  const records = await findRecords(places);
  if (!records) {
    console.error(
      "Cloud tertanam tidak berjalan (npm start) dan --outputs tidak disebut, jadi setiap orang dihitung baru.",
    );
    return [nobody, ""];
  }
  const instansiId = await agencyOf(records, { wanted: places.instansi, said: judged.instansi });
  if (instansiId !== undefined) return [records, instansiId];
  console.error(
    `Instansi «${harmless(judged.instansi)}» tidak dikenal, jadi setiap orang dihitung baru: sebut dengan --instansi.`,
  );
  return [nobody, ""];
}
