import type { CardContent } from "#shared/card/card-content.ts";
import { usualLook } from "#shared/card/design/look.ts";
import { portraitPng } from "../../local/demo/portrait.ts";

export interface Card {
  readonly content: CardContent;
  /** PNG of 450x575, with transparency. */
  readonly photo: Buffer;
}

const names = ["Siti Contohwati, S.Kom., M.T.", "Sumarno", "Dra. Rahayu Verifikasari", "Made"];

/** One card after another: none has the name, number, code or photo of the one before. */
export async function makeCards(count = 8): Promise<readonly Card[]> {
  return Promise.all(Array.from({ length: count }, (_, i) => makeCard(i)));
}

async function makeCard(i: number): Promise<Card> {
  const order = String(i + 1).padStart(7, "0");
  return {
    photo: await portraitPng(i),
    content: {
      text: {
        kind: i % 2 === 0 ? "PNS" : "PPPK",
        name: names[i % names.length] ?? "",
        nip: `19850212 201001 2 ${order.slice(-3)}`,
        golongan: i % 2 === 0 ? "III/c" : "VII",
        ...(i % 2 === 0 ? { pangkat: "Penata" } : { contractEnd: "2029-02-28" }),
        jabatan: "Pranata Komputer Ahli Muda",
        unitKerja: "Dinas Komunikasi dan Informatika",
        instansi: "Pemerintah Kabupaten Contoh",
      },
      // An agency with nothing of its own: the warm-up prepares for it too.
      look: usualLook,
      issue: { serial: `A2010${order}`, issuedOn: "2026-11-21", checkCode: "7K2Q9MXB" },
      qrText: `https://KARTU-ASN.EXAMPLE/V/${order}ABCDEFGHIJKLMNOPQRS`,
      host: "kartu-asn.example",
      seed: order.padEnd(64, "5"),
    },
  };
}
