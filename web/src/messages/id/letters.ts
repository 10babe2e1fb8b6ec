import type { reportStates } from "#shared/letter/number-register.ts";

/** «Naskah dinas»: the letters of an agency, for its officers. */
export const id = {
  lead: "Surat yang ditandatangani pejabat instansi Anda. Petugas menyusun, siapa yang bertindak dalam jabatannya menandatangani.",
  toProfile: "Tata naskah instansi",
  back: "Kembali",
  newKind: "Jenis surat",
  write: "Tulis surat",
  list: "Surat",
  none: "Belum ada surat.",
  more: "Tampilkan surat sebelumnya",
  noHal: "(tanpa hal)",
  noProfile:
    "Instansi Anda belum menetapkan tata naskahnya: pola nomor, kode unit, dan tempat. Surat dapat ditulis, tetapi belum dapat dikirim.",
  noPosts:
    "Tidak ada jabatan yang dipangku atau di-Plt.-kan hari ini, jadi tidak ada yang dapat menandatangani.",
  toPosts: "Pejabat",
  change: "Ubah surat",
  changeOf: (kind: string) => `Ubah: ${kind}`,
  save: "Simpan konsep",
  saved: "Konsep disimpan.",
  hints: {
    hal: "Dibaca siapa pun yang memeriksa surat lewat QR-nya. Tanpa nama dan NIP.",
    classification: "Misalnya 800.1.11.1 (Permendagri 83/2022)",
    lines: "Satu butir per baris",
    people: "Nama atau NIP",
    purpose: "Misalnya pengajuan KPR. Menjadi: Surat keterangan ini dibuat untuk …",
    text: "Satu alinea per baris",
    copies: "Satu penerima per baris",
    amount: "Rupiah, misalnya 3.500.000",
    leader: "Disebut pertama; yang lain menurut golongan dan nama",
  },
  ownPower: "Jabatannya sendiri",
  behalf: (titles: readonly string[]) => `a.n. ${titles.join(", u.b. ")}`,
  noLeader: "Tidak ada",
  unit: "Unit kerja",
  unitHint: "Pegawai unit ini dan unit di bawahnya. Boleh dikosongkan.",
  find: "Cari pegawai",
  found: (count: number, more: boolean) =>
    count === 0
      ? "Tidak ada pegawai lain yang cocok."
      : `${count} pegawai ditemukan${more ? ", masih ada yang lain" : ""}.`,
  addAll: (count: number) => `Tambahkan semua (${count})`,
  allFound: "Tambahkan semua yang cocok",
  add: "Tambahkan",
  chosen: (count: number) => `${count} orang dipilih`,
  person: "Cari menurut",
  drop: "Hapus",
  dropOf: (name: string) => `Hapus ${name}`,
  dropAll: "Hapus semua",
  what: "Uraian",
  amount: "Jumlah",
  count: "Banyaknya",
  note: "Keterangan",
  addRow: "Tambah baris",
  rowOf: (label: string, row: number) => `${label} ${row}`,
  sendTitle: "Kirim ke penanda tangan",
  sendHint:
    "Nomor dipesan sekarang dan tetap setelah ditandatangani. Yang belum benar disebut semuanya.",
  send: "Kirim ke penanda tangan",
  sent: "Surat menunggu tanda tangan.",
  inserted: "Surat bertanggal lampau",
  insertedHint:
    "Untuk surat yang terlewat: nomor sisipan di belakang nomor yang sudah ada, misalnya 005.01.",
  after: "Di belakang nomor urut",
  insertedDay: "Tanggal surat",
  cancel: "Batalkan surat",
  cancelHint:
    "Surat tidak ditandatangani. Nomornya, bila sudah dipesan, hangus dan tidak dipakai lagi.",
  cancelled: "Surat dibatalkan.",
  withdraw: "Cabut surat",
  withdrawHint:
    "Siapa pun yang memeriksa QR-nya membaca «Dokumen dicabut». Nomornya tetap; filenya tidak dibuat lagi.",
  withdrawn: "Surat dicabut.",
  reason: "Alasan",
  reasonHint: "Tercatat di riwayat. Jangan memuat keadaan pribadi orang.",
  uncertified:
    "Surat ini tidak memuat tanda tangan elektronik tersertifikasi (BSrE); keasliannya diperiksa lewat QR-nya.",
  numbers: "Daftar nomor",
  numbersLead:
    "Setiap nomor satu tahun, tanpa ada yang terlewat: yang tidak dipakai disebut alasannya.",
  years: "Tahun",
  last: (last: number, year: string) => `Nomor urut terakhir ${year}: ${last}.`,
  noNumbers: (year: string) => `Belum ada nomor di tahun ${year}.`,
  moreNumbers: "Tampilkan nomor berikutnya",
  columns: { place: "Urut", text: "Nomor", state: "Keadaan", day: "Tanggal", reason: "Alasan" },
  open: (place: string) => `Buka surat nomor urut ${place}`,
  numberStates: {
    reserved: "Dipesan",
    fixed: "Ditetapkan",
    void: "Hangus",
    given: "Diberikan kepada surat yang belum dikirim",
    unexplained: "Tidak ada keterangannya: laporkan kepada operator",
  } satisfies Record<(typeof reportStates)[number], string>,
};

export type LettersText = typeof id;
