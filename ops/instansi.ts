import { parseArgs } from "node:util";
import * as z from "zod";
import type { Templates } from "#shared/card/design/template.ts";
import { usualZone } from "#shared/runtime/zone.ts";
import { agencyDetails, readAgencies, templateFile, writeAgency } from "./agencies.ts";
import { type Command, UsageError } from "./command.ts";

export const instansi: Command = {
  usage: `kartu instansi lihat
kartu instansi tambah ID --nama NAMA [--zona WIB|WITA|WIT] [--lambang NAMA]
                         [--kontak TEKS]
kartu instansi ubah ID [--nama NAMA] [--zona WIB|WITA|WIT] [--lambang NAMA]
                       [--kontak TEKS] [--template shared/card/template.json]

Instansi dari checkout ini: nama, zona waktu, lambang, dan kontak di belakang kartu. Perubahan berlaku setelah npx cdk deploy, dan
membuat kartu digambar ulang saat dilihat. ID adalah instansiId pada data pegawainya.`,

  async run(args, print) {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [verb = "", id = "", ...others] = positionals;
    if (others.length > 0) throw new UsageError("Sebut satu instansi saja.");
    const { template, ...said } = values;
    const { agencies } = readAgencies(template);
    if (verb === "lihat") {
      for (const line of Object.entries(agencies).map(describe)) print(line);
      return;
    }
    const old = Object.hasOwn(agencies, id) ? agencies[id] : undefined;
    demandState(verb, id, old !== undefined);
    const details = agencyDetails.safeParse({ nama: old?.name, ...said, id });
    if (!details.success) throw new UsageError(z.prettifyError(details.error));
    const changed = writeAgency(template, details.data);
    print(changed ? `${id} ditulis. Terapkan dengan npx cdk deploy.` : "Tidak ada yang berubah.");
  },
};

const options = {
  nama: { type: "string" },
  zona: { type: "string" },
  lambang: { type: "string" },
  kontak: { type: "string" },
  template: { type: "string", default: templateFile },
} as const;

function demandState(verb: string, id: string, isThere: boolean): void {
  if (verb !== "tambah" && verb !== "ubah") throw new UsageError("Sebut lihat, tambah, atau ubah.");
  if (verb === "tambah" && isThere) throw new UsageError(`Instansi ${id} sudah ada: pakai ubah.`);
  if (verb === "ubah" && !isThere) throw new UsageError(`Instansi ${id} belum ada: pakai tambah.`);
}

function describe([id, { name, zone, emblem, texts }]: [
  string,
  Templates["agencies"][string],
]): string {
  const look = emblem ? `, lambang ${emblem}` : "";
  return `${id}: ${name}, ${zone ?? usualZone}${look}${texts?.contact ? `\n  ${texts.contact}` : ""}`;
}
