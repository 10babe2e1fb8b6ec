/** Transfers to another agency, as who decides reads them. */
export const id = {
  to: "Instansi tujuan",
  from: "Instansi asal",
  source: "SK",
  out: {
    what: "Pelepasan ke instansi lain",
    question: (name: string) => `Setujui melepas ${name}?`,
    effect:
      "Instansi tujuan dapat menerima orang ini dalam 30 hari. Sampai itu data dan kartunya tetap seperti sekarang.",
  },
  in: {
    what: "Penerimaan dari instansi lain",
    question: (name: string) => `Setujui menerima ${name}?`,
    effect:
      "Sekarang juga orang ini dan riwayatnya pindah ke instansi Anda, kartunya digambar ulang, dan instansi asal tidak dapat membukanya lagi. Keputusan yang menunggu TMT di instansi asal berakhir.",
  },
};

export type TransferApprovals = typeof id;
