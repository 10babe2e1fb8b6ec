import { parseArgs } from "node:util";
import * as z from "zod";
import type { Agency } from "#shared/agency/agency.ts";
import type { NameWorkAnswer } from "#shared/agency/agency-answers.ts";
import { readNameWork, repeatNames } from "#shared/agency/name-work.ts";
import { unfitting } from "#shared/card/design/fit-agency.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { changeSaidAgency, saidAgency, writeAgency } from "./agencies.ts";
import { connectAgencies, type Tables } from "./agency-tables.ts";
import { type Command, UsageError } from "./command.ts";
import { unitCommand, unitUsage } from "./instansi-unit.ts";
import { operatorWhoDecides } from "./operators.ts";

export const instansi: Command = {
  usage: `kartu instansi lihat
kartu instansi tambah ID --nama NAMA [--zona WIB|WITA|WIT] [--lambang NAMA] [--warna NAMA]
                         [--kontak TEKS] [--penemu TEKS] [--penerbit TEKS] [--subjudul TEKS]
                         [--alamat TEKS]
kartu instansi ubah ID   [yang sama]
kartu instansi samakan ID
${unitUsage}
         tambah, ubah, samakan: [--oleh NIP --alasan TEKS] [--outputs cdk-outputs.json] [--home .kartu]

Instansi: nama, zona waktu, lambang, warna, teks kartunya, dan alamat kantor untuk kop surat. Perubahan berlaku dalam satu menit, tanpa cdk deploy, dan membuat
kartu digambar ulang saat dilihat. ID adalah instansiId pada data pegawainya. Teks kosong ("") berarti teks templat.
--oleh adalah operator yang memutuskan; ia dan --alasan tercatat di riwayat. Nama atau zona baru menuntut keduanya: ia ditulis ke data setiap
pegawai, sedikit demi sedikit, dan lihat mengatakan sudah sampai mana. samakan mengulangnya untuk data yang masih lama.
unit memperlihatkan susunan unit kerja, atau mengajukan perubahannya: penyetuju instansi itu memutuskannya di situs.
Tanpa keluaran cdk deploy, perintah ini memakai cloud tertanam dari npm start.`,

  async run(args, print) {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [verb = "", id = "", ...others] = positionals;
    const { outputs, home, oleh: nip, alasan, di, ...said } = values;
    const isUnits = verb === "unit";
    if (!isUnits && (others.length > 0 || di !== undefined))
      throw new UsageError("Sebut satu instansi saja, dan --di hanya untuk unit.");
    const tables = await connectAgencies({ outputs, home });
    if (isUnits) {
      const order = { instansiId: id, words: others, di, oleh: nip, alasan };
      return await unitCommand(tables, order, print);
    }
    if (verb === "lihat") {
      for (const each of await tables.agencies.list()) print(await describe(tables, each));
      return;
    }
    const old = id === "" ? undefined : await tables.agencies.find(id);
    demandState(verb, id, old !== undefined);
    const by = nip === undefined ? undefined : (await operatorWhoDecides(tables, { nip })).id;
    const decided = { by, reason: alasan?.trim() || undefined };
    if (verb === "samakan") return print(await repeat(tables, id, decided));
    const details = saidAgency.safeParse({ nama: old?.name, ...said, id });
    if (!details.success) throw new UsageError(z.prettifyError(details.error));
    const isWritten = old
      ? await changeSaidAgency(tables, { old, said: details.data }, decided)
      : await writeAgency(tables, details.data, decided);
    print(isWritten ? `${id} ditulis.` : "Tidak ada yang berubah.");
    const now = await tables.agencies.find(id);
    if (now?.nameWork !== old?.nameWork)
      print(`Nama atau zona baru sedang ditulis ke data pegawai: kartu instansi lihat.`);
  },
};

const options = {
  nama: { type: "string" },
  zona: { type: "string" },
  lambang: { type: "string" },
  warna: { type: "string" },
  alamat: { type: "string" },
  kontak: { type: "string" },
  penemu: { type: "string" },
  penerbit: { type: "string" },
  subjudul: { type: "string" },
  oleh: { type: "string" },
  di: { type: "string" },
  alasan: { type: "string" },
  outputs: { type: "string" },
  home: { type: "string", default: ".kartu" },
} as const;

const verbs = ["lihat", "tambah", "ubah", "samakan"];

function demandState(verb: string, id: string, isThere: boolean): void {
  if (!verbs.includes(verb)) throw new UsageError("Sebut lihat, tambah, ubah, samakan, atau unit.");
  if (verb === "tambah" && isThere) throw new UsageError(`Instansi ${id} sudah ada: pakai ubah.`);
  if (verb !== "tambah" && !isThere)
    throw new UsageError(`Instansi ${id} belum ada: pakai tambah.`);
}

/** @returns how far the work is that has begun, or runs already */
async function repeat(
  tables: Tables,
  id: string,
  { by, reason }: Parameters<typeof changeSaidAgency>[2],
): Promise<string> {
  if (by === undefined || reason === undefined)
    throw new UsageError("Sebut --oleh (NIP operator) dan --alasan.");
  return progressText(await repeatNames(tables, { id, by, reason }));
}

/** A newer template may have no room for what was saved: then no card of the agency is drawn until it is changed. */
async function describe(tables: Tables, agency: Agency): Promise<string> {
  const { id, name, zone, address, emblem, palette, texts } = agency;
  const chosen = [emblem && `lambang ${emblem}`, palette && `warna ${palette}`].filter(Boolean);
  const misfits = unfitting(agency).map(({ field }) => field);
  return [
    [`${id}: ${name}`, zone, ...chosen].join(", "),
    ...(address === undefined ? [] : [address]),
    ...Object.values(texts),
    ...(misfits.length > 0 ? [`TIDAK MUAT pada templat ini: ${misfits.join(", ")}`] : []),
    ...(agency.nameWork ? [progressText(await workOf(tables, id))] : []),
  ].join("\n  ");
}

/** One that was taken away a moment ago has no work. */
async function workOf(tables: Tables, id: string): Promise<NameWorkAnswer> {
  try {
    return await readNameWork(tables, id);
  } catch (error) {
    if (error instanceof NotFound) return {};
    throw error;
  }
}

const states = { running: "berjalan", stopped: "berhenti sebelum selesai", done: "selesai" };

function progressText({ work }: NameWorkAnswer): string {
  if (!work) return "Nama pada data pegawai: tidak pernah berganti.";
  const { state, done, unchanged, refused, total } = work;
  const looked = done + unchanged + refused;
  const of = total === undefined ? "" : ` dari ${Math.max(total, looked)}`;
  const failed = refused > 0 ? `, ${refused} tidak dapat diubah` : "";
  return `Nama pada data pegawai: ${states[state]}, ${looked}${of} diperiksa, ${done} diganti${failed}.`;
}
