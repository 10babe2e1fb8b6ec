import type { CardContent } from "#shared/card/card-content.ts";

export const content: CardContent = {
  text: {
    kind: "PNS",
    name: "Siti Contohwati, S.Kom., M.T.",
    nip: "19850212 201001 2 004",
    golongan: "III/c",
    pangkat: "Penata",
    jabatan: "Pranata Komputer Ahli Muda",
    unitKerja: "Dinas Komunikasi dan Informatika",
    instansi: "Pemerintah Kabupaten Contoh",
  },
  instansiId: "ins_contoh",
  issue: { serial: "A20100000123", issuedOn: "2026-11-21" },
  qrText: "HTTPS://KARTU-ASN.EXAMPLE/V/7K2Q9MXB4TZD8RFWJ3H5VYNPC6",
  host: "kartu-asn.example",
  seed: "9b1e5a7033fa9c0d",
};
