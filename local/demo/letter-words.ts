/** What the demo's letters say, by their kind. All invented. */
import type { LetterWords } from "#shared/letter/letter.ts";
import type { LetterKind } from "#shared/letter/letter-kinds.ts";

type Said = Omit<LetterWords, "kind" | "people" | "post" | "onBehalf">;

const nothing: Said = {
  ...({ hal: "", classification: "800.1", urgency: "biasa", secrecy: "B" } as const),
  ...{ considering: [], basis: [], tasks: [], income: [], purpose: "", to: [], items: [] },
  ...{ text: "", copies: ["Arsip"] },
};

const sayings: Readonly<Record<LetterKind, Partial<Said>>> = {
  "keterangan-aktif": {
    ...{ hal: "Keterangan aktif bekerja", classification: "800.1.10" },
    purpose: "pengajuan kredit pemilikan rumah",
  },
  "keterangan-penghasilan": {
    ...({ hal: "Keterangan penghasilan", classification: "800.1.10", secrecy: "T" } as const),
    income: [
      { what: "Gaji pokok", amount: 3_500_000 },
      { what: "Tunjangan keluarga", amount: 350_000 },
      { what: "Tambahan penghasilan pegawai", amount: 2_250_000 },
    ],
    purpose: "pengajuan beasiswa anak",
  },
  keterangan: {
    ...{ hal: "Keterangan pernah bertugas", classification: "800.1.10" },
    text: "pernah bertugas sebagai anggota tim pemutakhiran data pegawai pada tahun 2025.",
    purpose: "kelengkapan berkas kenaikan pangkat",
  },
  tugas: {
    ...({ hal: "Pendampingan pemutakhiran data pegawai", urgency: "segera" } as const),
    classification: "800.1.11.1",
    considering: ["bahwa data pegawai perlu dimutakhirkan sebelum akhir tahun"],
    basis: ["Dokumen Pelaksanaan Anggaran BKPSDM Tahun Anggaran 2026"],
    tasks: [
      "Mendampingi pemutakhiran data di Kecamatan Contoh, 7 sampai 9 Desember 2026",
      "Melaporkan hasilnya paling lambat tiga hari sesudahnya",
    ],
    copies: ["Inspektur Kabupaten Contoh", "Arsip"],
  },
  pengantar: {
    ...{ hal: "Penyampaian laporan kinerja", classification: "000.8.6.3" },
    to: ["Kepala Kantor Regional Contoh", "di tempat"],
    items: [
      { what: "Laporan kinerja triwulan III", count: "1 berkas", note: "untuk diketahui" },
      { what: "Rekapitulasi kehadiran", count: "2 lembar", note: "" },
    ],
  },
  edaran: {
    ...({ hal: "Penggunaan Kartu ASN Virtual", urgency: "sangat-segera" } as const),
    to: ["Seluruh kepala perangkat daerah"],
    text: "Kartu ASN Virtual dipakai sebagai tanda pengenal mulai 1 Januari 2027.\nSetiap pegawai memutakhirkan fotonya paling lambat 20 Desember 2026.",
  },
};

export function demoLetterWords(kind: LetterKind): Said & Pick<LetterWords, "kind"> {
  return { ...nothing, ...sayings[kind], kind };
}
