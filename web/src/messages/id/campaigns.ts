import type { Phase } from "#shared/campaign/campaign.ts";

/** Campaigns by which officers ask a group for e-mail addresses and telephones. */
export const id = {
  lead: "Minta alamat surel dan nomor ponsel dari sekelompok pegawai sampai hari terakhir yang Anda tentukan. Pegawai mengisi formulir tanpa masuk; tiap isian menjadi pengajuan yang Anda putuskan.",
  back: "Kembali ke daftar pemutakhiran",
  public: "Halaman formulir untuk pegawai",
  none: "Belum ada pemutakhiran.",
  list: "Daftar pemutakhiran",
  begin: "Buka pemutakhiran baru",
  title: "Judul",
  titleHint: "Terbaca semua orang, misalnya «Pemutakhiran surel tahun 2026».",
  firstDay: "Hari pertama",
  lastDay: "Hari terakhir",
  dayHint: "Dihitung penuh, menurut zona waktu instansi.",
  unit: "Unit kerja (opsional)",
  unitHint: "Kosongkan untuk semua pegawai yang menjadi tanggung jawab Anda.",
  kind: "Jenis pegawai",
  allKinds: "Semua jenis",
  lacks: "Kelengkapan",
  lacking: {
    "": "Semua, lengkap atau tidak",
    COM_6: "Surel kosong atau salah",
    COM_7: "Nomor ponsel kosong",
  },
  open: "Buka pemutakhiran",
  check: "Periksa",
  review: "Periksa sebelum dibuka",
  asks: (people: number): string => `Ditujukan kepada ${people} pegawai, menurut data sekarang.`,
  between: (first: string, last: string): string => `${first} sampai ${last}`,
  edit: "Ubah",
  phases: { planned: "Belum mulai", running: "Berjalan", ended: "Berakhir" } satisfies Record<
    Phase,
    string
  >,
  days: (first: string, last: string, zone: string) => `${first} sampai ${last} (${zone})`,
  group: "Kelompok",
  everybody: "Semua pegawai",
  people: (people: number) => `${people} pegawai`,
  figures: "Angka sekarang",
  received: "Sudah mengisi",
  waiting: "Menunggu keputusan",
  approved: "Disetujui atau sudah sesuai",
  refused: "Ditolak, ditarik, atau kedaluwarsa",
  unanswered: "Belum mengisi",
  unmatched: "Formulir yang tidak cocok",
  unmatchedHint:
    "NIP-nya tidak ada di kelompok ini, alamatnya milik pegawai lain, atau terlalu banyak formulir untuk satu pegawai.",
  endedEarly: "Diakhiri lebih awal",
  end: "Akhiri sekarang",
  endHint: "Formulir yang sudah dikirim tetap diputuskan. Pemutakhiran tidak dapat dibuka lagi.",
  endSure: "Ya, akhiri",
  ended: "Pemutakhiran diakhiri.",
  who: "Siapa yang belum mengisi",
  whoHint: "Menurut urutan acak. Yang sudah pindah dari tanggung jawab Anda tidak ditampilkan.",
  more: "Tampilkan berikutnya",
  nobodyLeft: "Semua sudah mengisi.",
  file: {
    title: "Unduh daftar",
    hint: "Satu berkas: angkanya, lalu siapa yang belum dan sudah mengisi. Tanpa surel dan nomor ponsel.",
    submit: "Siapkan berkas",
    asked: "Diminta. Berkasnya ada di halaman «Ekspor».",
    go: "Buka «Ekspor»",
  },
  decide: "Buka antrean pengajuan",
  columns: { name: "Nama", nip: "NIP", unitKerja: "Unit kerja" },
  failures: {
    "nobody-to-ask": "Tidak ada pegawai di kelompok ini. Ubah kelompoknya.",
    "campaign-too-large":
      "Kelompok ini lebih dari 5.000 pegawai. Persempit, misalnya per unit kerja.",
    "too-many-campaigns":
      "Instansi Anda sudah memiliki 20 pemutakhiran yang belum berakhir. Akhiri salah satunya, lalu coba lagi.",
    "campaign-changed": "Pemutakhiran ini baru saja berubah. Muat ulang, lalu coba lagi.",
  },
};

export type CampaignsText = typeof id;
