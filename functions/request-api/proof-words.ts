/** The words of a proof. Letters of Indonesian offices are in Indonesian. */
export const proofWords = {
  title: "Bukti Pengajuan",
  lead: "Bukti ini menyatakan apa yang diajukan dan keadaannya pada tanggal di bawah. Keadaan sesudahnya dilihat pemohon di halaman «Pengajuan saya».",
  check:
    "Nomor, tanggal, hal, dan inisial bukti ini (bukan nama dan isinya) diperiksa dengan memindai kode QR, atau buka",
  qr: (number: string) => `Kode QR untuk memeriksa bukti pengajuan ${number}`,
  facts: {
    number: "Nomor pengajuan",
    issuedAt: "Tanggal bukti",
    subject: "Hal",
    initials: "Inisial nama",
    name: "Pemohon",
    nip: "NIP",
    unitKerja: "Unit kerja",
    submittedAt: "Diajukan pada",
    state: "Keadaan",
    since: "Sejak",
    turn: "Dipegang oleh",
    dueAt: "Paling lambat",
    digest: "Sidik isi bukti",
  },
  turns: {
    asker: "Pemohon",
    petugas: "Petugas instansi",
    penyetuju: "Penyetuju instansi",
    superior: "Atasan langsung",
    authority: "Pejabat yang berwenang",
  },
  subjects: {
    data: "Perubahan data pegawai",
    photo: "Foto kartu",
    report: "Laporan data yang salah",
    other: "Pengajuan",
  },
  asked: "Yang diajukan",
  files: "Berkas bukti",
  file: (place: number) => `Sidik berkas ${place}`,
  trail: "Riwayat pengajuan",
  by: { asker: "pemohon", officer: "petugas instansi", nobody: "sistem" },
  /** Old and new of a field. */
  change: (old: string, value: string) => `semula «${old}», menjadi «${value}»`,
  empty: "(kosong)",
} as const;
