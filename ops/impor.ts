import { readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Employee } from "#shared/employee/employee.ts";
import { compareRecords } from "#shared/import/compare-records.ts";
import { FileRefused } from "#shared/import/import-problem.ts";
import { type JudgedFile, judgeFile, refusedFile } from "#shared/import/judge-file.ts";
import { demandSize } from "#shared/import/table.ts";
import { jakartaDay, systemClock } from "#shared/runtime/clock.ts";
import { type Command, NotBuiltYet, UsageError } from "./command.ts";
import { agencyOf, allOf, findRecords } from "./import-records.ts";
import { jsonOf, linesOf, sentenceOf } from "./import-report.ts";

export const impor: Command = {
  usage: `kartu impor BERKAS --dry-run [--json] [--instansi ID]
            [--outputs cdk-outputs.json] [--home .kartu]

Membaca dan memeriksa berkas pegawai (CSV atau .xlsx, tata letak SIASN atau mirip), lalu membandingkannya dengan data yang ada,
tanpa menulis apa pun. Kode masalah dijelaskan di docs/impor.md. Pembandingnya: --outputs, cdk-outputs.json, atau cloud tertanam
dari npm start; tanpa semuanya setiap orang dihitung baru. Instansi dikenali dari kolom INSTANSI KERJA atau --instansi.
Tanpa --dry-run: belum tersedia (kode keluar 2). Berkas yang tidak dapat dibaca: kode keluar 1.`,

  async run(args, print) {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new UsageError("Sebut satu berkas.");
    if (!values["dry-run"])
      throw new NotBuiltYet(
        "Menerapkan impor belum tersedia; yang tersedia memeriksa berkas: tambahkan --dry-run.",
      );
    const judged = await judge(file);
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
    `Instansi «${judged.instansi}» tidak dikenal, jadi setiap orang dihitung baru: sebut dengan --instansi.`,
  );
  return [];
}
