import { readFile, stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { findingIn } from "#shared/photo/finding-in.ts";
import type { Measurement, PhotoReport } from "#shared/photo/photo-report.ts";
import { id as texts } from "../web/src/messages/id/photo.ts";
import { type Command, UsageError } from "./command.ts";
import { harmless } from "./import-report.ts";

/** Far more than an upload may have. A larger file is not read: memory stays flat. */
const maxBytes = 64 * 1024 * 1024;

export const periksaFoto: Command = {
  usage: `kartu periksa-foto BERKAS… [--json]

Memeriksa foto dengan aturan yang sama seperti halaman «Ubah Foto», satu demi satu, tanpa mengirim atau menulis apa pun.
Setiap berkas menjadi satu baris: diterima atau ditolak, dan semua yang ditemukan. --json: satu objek per baris, yang kolomnya
dijelaskan di docs/photo.md. Foto yang ditolak bukan kesalahan; berkas yang tidak dapat dibaca disebut: kode keluar 1.`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean", default: false } },
    });
    if (positionals.length === 0) throw new UsageError("Sebut satu berkas atau lebih.");
    const told = values.json ? jsonOf : lineOf;
    let unread = 0;
    for (const file of positionals) {
      const examined = await examine(file);
      if ("error" in examined) unread += 1;
      print(told(file, examined));
    }
    if (unread > 0) throw new Error(`${unread} berkas tidak dapat dibaca.`);
  },
};

/** What became of one file. */
type Examined = { readonly report: PhotoReport; readonly ms: number } | { readonly error: string };

async function examine(file: string): Promise<Examined> {
  const read = await readPhoto(file);
  if (typeof read === "string") return { error: read };
  // Not with this file: it takes all decoders but one from sharp, in the whole process.
  const { validatePhoto } = await import("#shared/photo/validate-photo.ts");
  const begun = performance.now();
  const { report } = await validatePhoto(read);
  return { report, ms: Math.round(performance.now() - begun) };
}

/** @returns its bytes, or why there are none */
async function readPhoto(file: string): Promise<Buffer | string> {
  try {
    const about = await stat(file);
    if (!about.isFile()) return "Ini bukan berkas.";
    if (about.size > maxBytes) return "Berkas ini lebih besar dari 64 MB.";
    return await readFile(file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return `Berkas ini tidak dapat dibaca (${String(error.code)}).`;
  }
}

function jsonOf(file: string, examined: Examined): string {
  if ("error" in examined) return JSON.stringify({ file, error: examined.error });
  const { accepted, rules } = examined.report;
  return JSON.stringify({
    file,
    accepted,
    rules: rules.map(({ rule, verdict, code = null, measurement }) => ({
      ...{ rule, outcome: verdict, code },
      measured: sideOr(measurement?.measured, measurement?.measuredHeight),
      limit: sideOr(measurement?.wanted, measurement?.wantedHeight),
    })),
    ms: examined.ms,
  });
}

/** Of dimensions width and height, of all else one figure. */
function sideOr(
  value: Measurement["measured"] | undefined,
  height: Measurement["measuredHeight"],
): number | readonly [width: number, height: number] | null {
  if (value === undefined) return null;
  return height === undefined ? value : [value, height];
}

function lineOf(file: string, examined: Examined): string {
  const name = harmless(file);
  if ("error" in examined) return `${name}: ${examined.error}`;
  const { accepted, rules } = examined.report;
  const found = rules
    .filter(({ verdict }) => verdict === "failed" || verdict === "warned")
    .map((outcome) => findingIn({ texts, locale: "id-ID" }, outcome));
  return [`${name}: ${accepted ? "diterima" : "ditolak"} (${examined.ms} ms)`, ...found].join(
    " · ",
  );
}
