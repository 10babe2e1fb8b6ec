import type { ScanResult, ScanWay } from "#shared/card/scan.ts";

/** Who checked a card: for its holder, and for officers on the page of a record. */
export const id = {
  title: "Jejak pindai",
  hint: "Pemeriksaan kartu, lewat kode QR atau dengan mengetik nomornya, selama 90 hari terakhir. Siapa yang memeriksa tidak diketahui.",
  show: "Tampilkan",
  older: "Yang lebih lama",
  none: "Belum ada pemeriksaan.",
  all: (count: number) => `${count} pemeriksaan, sampai yang paling awal.`,
  results: {
    valid: "sah",
    upcoming: "belum berlaku",
    suspended: "ditangguhkan",
    ended: "berakhir",
    superseded: "diganti",
  } satisfies Record<ScanResult, string>,
  ways: { qr: "QR dipindai", numbers: "nomor diketik" } satisfies Record<ScanWay, string>,
  noRegion: "daerah tidak diketahui",
};
export type ScansText = typeof id;
