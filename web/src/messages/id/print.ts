export const id = {
  marked: (people: number) => `${people} pegawai pilihan`,
  lead: "Satu unit kerja dengan semua unit di bawahnya, urut nama, sebagai PDF: semua kartu yang berlaku (200 dalam satu berkas), atau surat aktivasi bagi yang belum mengaktifkan akunnya (500 dalam satu berkas). Unit yang lebih besar dicetak dalam beberapa bagian.",
  kind: "Isi berkas",
  kinds: { cards: "Kartu", letters: "Surat aktivasi" },
  unitHint:
    "Ketik awal namanya, lalu pilih. Atau buka data seorang pegawai di unit itu: di sana ada «Cetak kartu unit ini».",
  shape: "Bentuk kartu",
  shapes: { landscape: "Lanskap", portrait: "Potret" },
  sheet: "Kertas",
  sheets: { card: "Seukuran kartu", a4: "A4 dengan garis potong" },
  submit: { cards: "Cetak kartu", letters: "Cetak surat" },
  waiting: "Permintaan diterima. Berkasnya segera dibuat.",
  drawing: {
    cards: (drawn: number, total: number) => `${drawn} dari ${total} kartu sudah digambar.`,
    letters: (drawn: number, total: number) => `${drawn} dari ${total} surat sudah dibuat.`,
  },
  ready: {
    cards: (cards: number) => `${cards} kartu siap dicetak.`,
    letters: (letters: number) => `${letters} surat siap dicetak.`,
  },
  activated: (people: number) =>
    `${people} pegawai sudah mengaktifkan akunnya, jadi tidak perlu surat.`,
  withoutPhoto: (people: number) => `${people} pegawai tanpa foto tidak ikut dicetak:`,
  others: (people: number) => `dan ${people} orang lagi`,
  withoutCard: (people: number) =>
    `${people} kartu sedang diperbarui, jadi tidak ikut dicetak. Cetak lagi sebentar lagi.`,
  listTitle: "Cetakan 24 jam terakhir",
  listHint:
    "Hanya cetakan Anda sendiri. Berkasnya memuat data pribadi: simpan di tempat yang aman.",
  noPrints: "Belum ada cetakan.",
  asked: (time: string, ...what: readonly string[]) => `Diminta ${time}. ${what.join(", ")}.`,
  until: (time: string) => `Dapat diunduh sampai ${time}.`,
  failed: "Berkas unit ini tidak dapat dibuat sekarang. Coba lagi sebentar lagi.",
  stopped: "Pencetakan dihentikan. Bagian yang sudah jadi tetap dapat diunduh.",
  partsTitle: "Bagian",
  part: {
    cards: (from: string, to: string, cards: number) => `${from}–${to}: ${cards} kartu`,
    letters: (from: string, to: string, letters: number) => `${from}–${to}: ${letters} surat`,
  },
  partDrawn: (place: number) => `Download bagian ${place}`,
  partToCome: "belum dicetak",
  partEmpty: "tidak ada yang dicetak",
  stop: "Hentikan",
  resume: "Lanjutkan",
  people: "Lihat siapa saja",
  noLetters: "Tidak ada surat yang perlu dicetak: semua pegawai unit ini sudah aktif.",
  download: "Download PDF",
};

export type Print = typeof id;
