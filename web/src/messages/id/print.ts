export const id = {
  lead: "Semua kartu yang berlaku di satu unit kerja dalam satu berkas PDF, urut nama. Paling banyak 200 kartu.",
  unitHint:
    "Ketik awal namanya, lalu pilih. Atau buka data seorang pegawai di unit itu: di sana ada «Cetak kartu unit ini».",
  shape: "Bentuk kartu",
  shapes: { landscape: "Lanskap", portrait: "Potret" },
  sheet: "Kertas",
  sheets: { card: "Seukuran kartu", a4: "A4 dengan garis potong" },
  submit: "Cetak kartu",
  waiting: "Permintaan diterima. Kartu segera digambar.",
  drawing: (drawn: number, total: number) => `${drawn} dari ${total} kartu sudah digambar.`,
  ready: (cards: number) => `${cards} kartu siap dicetak.`,
  withoutPhoto: (people: number) => `${people} pegawai tanpa foto tidak ikut dicetak:`,
  others: (people: number) => `dan ${people} orang lagi`,
  withoutCard: (people: number) =>
    `${people} kartu sedang diperbarui, jadi tidak ikut dicetak. Cetak lagi sebentar lagi.`,
  listTitle: "Cetakan 24 jam terakhir",
  listHint:
    "Hanya cetakan Anda sendiri. Berkasnya memuat data pribadi: simpan di tempat yang aman.",
  noPrints: "Belum ada cetakan.",
  asked: (time: string, shape: string, sheet: string) => `Diminta ${time}. ${shape}, ${sheet}.`,
  until: (time: string) => `Dapat diunduh sampai ${time}.`,
  failed: "Kartu unit ini tidak dapat dicetak sekarang. Coba lagi sebentar lagi.",
  download: "Download PDF",
};

export type Print = typeof id;
