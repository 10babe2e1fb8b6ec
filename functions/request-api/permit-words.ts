/** The words of a Surat Izin Cuti. Letters of Indonesian offices are in Indonesian. */
export const permitWords = {
  title: "Surat Izin Cuti",
  lead: "Diberikan izin cuti kepada pegawai yang namanya tersebut di bawah ini.",
  check:
    "Nomor, tanggal, hal, dan penanda tangan surat ini (bukan nama dan isinya) diperiksa dengan memindai kode QR, atau buka",
  qr: (number: string) => `Kode QR untuk memeriksa Surat Izin Cuti ${number}`,
  /** Everybody who checks it reads it: neither the kind of the leave, which may tell of an illness, nor a name. */
  subject: (from: string, to: string) => `Izin cuti ${from} sampai dengan ${to}`,
  facts: { number: "Nomor", day: "Tanggal", subject: "Hal", digest: "Sidik isi surat" },
  whose: "Pegawai",
  person: { name: "Nama", nip: "NIP", jabatan: "Jabatan", unitKerja: "Unit kerja" },
  leave: "Cuti",
  asked: {
    kind: "Jenis cuti",
    length: "Lamanya",
    from: "Mulai tanggal",
    to: "Sampai dengan tanggal",
    address: "Alamat selama cuti",
  },
  length: (working: number, all: number) => `${working} hari kerja (${all} hari kalender)`,
  duties: "Ketentuan",
  before:
    "Sebelum menjalankan cuti, pegawai wajib menyerahkan pekerjaannya kepada atasan langsung atau pejabat yang ditunjuk.",
  after:
    "Setelah menjalankan cuti, pegawai wajib melaporkan diri kepada atasan langsung dan bekerja kembali seperti biasa.",
  birth: "Tanggal kelahiran segera diberitahukan kepada atasan langsung.",
  signed: "Ditetapkan oleh",
  signer: { post: "Jabatan", name: "Nama", nip: "NIP", way: "Cara" },
  way: "Dicatat sebagai keputusan jabatan ini di Kartu ASN Virtual; bukan tanda tangan elektronik tersertifikasi.",
} as const;
