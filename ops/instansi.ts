import { parseArgs } from "node:util";
import * as z from "zod";
import type { Agency } from "#shared/agency/agency.ts";
import { WritableAgencyTable } from "#shared/agency/writable-agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { unfitting } from "#shared/card/design/fit-agency.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { saidAgency, writeAgency } from "./agencies.ts";
import { type Command, UsageError } from "./command.ts";
import { findCloud } from "./find-cloud.ts";
import { readOutputs } from "./stack-outputs.ts";

export const instansi: Command = {
  usage: `kartu instansi lihat
kartu instansi tambah ID --nama NAMA [--zona WIB|WITA|WIT] [--lambang NAMA] [--warna NAMA]
                         [--kontak TEKS] [--penemu TEKS] [--penerbit TEKS] [--subjudul TEKS]
kartu instansi ubah ID   [yang sama]   [--outputs cdk-outputs.json] [--home .kartu]

Instansi: nama, zona waktu, lambang, warna, dan teks kartunya. Perubahan berlaku dalam satu menit, tanpa cdk deploy, dan membuat
kartu digambar ulang saat dilihat. ID adalah instansiId pada data pegawainya. Teks kosong ("") berarti teks templat.
Nama pada data pegawai tidak ikut berubah; untuk itu ubah di /operator/instansi. Tanpa keluaran
cdk deploy, perintah ini memakai cloud tertanam dari npm start.`,

  async run(args, print) {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [verb = "", id = "", ...others] = positionals;
    if (others.length > 0) throw new UsageError("Sebut satu instansi saja.");
    const { outputs, home, ...said } = values;
    const agencies = await connect({ outputs, home });
    if (verb === "lihat") {
      for (const line of (await agencies.list()).map(describe)) print(line);
      return;
    }
    const old = id === "" ? undefined : await agencies.find(id);
    demandState(verb, id, old !== undefined);
    const details = saidAgency.safeParse({ nama: old?.name, ...said, id });
    if (!details.success) throw new UsageError(z.prettifyError(details.error));
    const changed = await writeAgency({ agencies, clock: systemClock }, details.data);
    print(changed ? `${id} ditulis.` : "Tidak ada yang berubah.");
  },
};

const options = {
  nama: { type: "string" },
  zona: { type: "string" },
  lambang: { type: "string" },
  warna: { type: "string" },
  kontak: { type: "string" },
  penemu: { type: "string" },
  penerbit: { type: "string" },
  subjudul: { type: "string" },
  outputs: { type: "string" },
  home: { type: "string", default: ".kartu" },
} as const;

async function connect(places: {
  readonly outputs: string | undefined;
  readonly home: string;
}): Promise<WritableAgencyTable> {
  const cloud = await findCloud(places);
  if (!cloud)
    throw new UsageError(
      "Tidak ada yang dapat dihubungi: sebut --outputs dari cdk deploy, atau jalankan npm start.",
    );
  const names = readOutputs(cloud.outputs, ["AgencyTable", "AuditTable"]);
  return new WritableAgencyTable(
    cloud.db,
    names.AgencyTable,
    new AuditTable(cloud.db, names.AuditTable),
  );
}

function demandState(verb: string, id: string, isThere: boolean): void {
  if (verb !== "tambah" && verb !== "ubah") throw new UsageError("Sebut lihat, tambah, atau ubah.");
  if (verb === "tambah" && isThere) throw new UsageError(`Instansi ${id} sudah ada: pakai ubah.`);
  if (verb === "ubah" && !isThere) throw new UsageError(`Instansi ${id} belum ada: pakai tambah.`);
}

/** A newer template may have no room for what was saved: then no card of the agency is drawn until it is changed. */
function describe(agency: Agency): string {
  const { id, name, zone, emblem, palette, texts } = agency;
  const chosen = [emblem && `lambang ${emblem}`, palette && `warna ${palette}`].filter(Boolean);
  const misfits = unfitting(agency).map(({ field }) => field);
  return [
    [`${id}: ${name}`, zone, ...chosen].join(", "),
    ...Object.values(texts),
    ...(misfits.length > 0 ? [`TIDAK MUAT pada templat ini: ${misfits.join(", ")}`] : []),
  ].join("\n  ");
}
