export const id = {
  title: "Periksa Kartu ASN",
  site: (host: string) =>
    `Alamat resmi yang tercetak di kartu: ${host}. Bandingkan dengan alamat di peramban Anda.`,
  checking: "Memeriksa…",
  working: (percent: number) => `Ponsel Anda sedang menghitung: ${percent}%`,
  errorPrefix: "Galat: ",
  empty: "Ketik tulisan pada gambar.",
  wrong: "Isian captcha tidak cocok atau kedaluwarsa. Isi sesuai gambar baru.",
  tooMany: "Layanan sedang ramai. Coba lagi sebentar lagi.",
  noAnswer:
    "Belum bisa dicek (V0): tidak ada jawaban dari server. Periksa sambungan internet, lalu coba lagi.",
  disturbed: "Belum bisa dicek (V0): layanan sedang terganggu. Coba lagi sebentar lagi.",
  reference: (code: string) => `Kode rujukan: ${code}`,
  code: "Kode hasil",
  checkedAt: "Diperiksa pada",
  again: "Periksa lagi",
  photoAlt: "Foto pemegang kartu",
  compare: "Bandingkan dengan wajah orang di depan Anda.",
  results: {
    valid: { code: "V1", word: "Sah", next: "Kartu ini berlaku. Cocokkan nama dan wajahnya." },
    upcoming: {
      code: "V7",
      word: "Belum berlaku",
      next: "Kartu ini berlaku mulai TMT pemegangnya. Jangan terima sebagai identitas sebelum itu.",
    },
    suspended: {
      code: "V2",
      word: "Ditangguhkan",
      next: "Kartu ini sedang tidak dapat digunakan. Jangan terima sebagai identitas; minta identitas lain.",
    },
    ended: {
      code: "V3",
      word: "Berakhir",
      next: "Pemegang kartu tidak lagi berstatus ASN pada kartu ini. Jangan terima kartu ini.",
    },
    superseded: {
      code: "V4",
      word: "Diganti",
      next: "Kartu ini sudah diganti dengan yang lebih baru. Minta pemegangnya membuka kartu terbaru, lalu pindai lagi.",
    },
    specimen: {
      code: "V6",
      word: "Ini contoh kartu, bukan kartu",
      next: "Kode QR ini berasal dari contoh atau pratinjau. Jangan terima sebagai identitas.",
    },
    unknown: {
      code: "V5",
      word: "Tidak dikenal",
      next: "Kode QR ini bukan milik Kartu ASN Virtual. Pindai ulang; bila tetap sama, jangan terima kartunya dan laporkan ke BKPSDM.",
    },
  },
  fields: {
    name: "Nama",
    nip: "NIP / NI PPPK",
    employment: "Status kepegawaian",
    instansi: "Instansi kerja",
    tmt: "TMT",
    serial: "Nomor seri",
    issuedOn: "Tanggal terbit",
  },
};

export type Verify = typeof id;
