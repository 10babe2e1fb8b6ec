import type { FieldCode, RefusalCode } from "#shared/runtime/codes.ts";
import type { CalendarFieldCode } from "#shared/runtime/post-codes.ts";

type Params = Readonly<Record<string, string | number>>;

/** «Kalender instansi»: what an agency adds to the country's days. */
export const id = {
  lead: "Hari libur dan hari kerja instansi Anda. Hari libur nasional, cuti bersama, dan Ramadan dijaga operator. Perubahan di sini langsung berlaku bagi semua hitungan hari kerja.",
  own: "Hari libur instansi atau daerah",
  noOwn: "Belum ada hari libur instansi.",
  addDay: "Tambah hari libur",
  name: "Nama hari",
  nameHint: "Misalnya Hari Jadi Kabupaten Contoh",
  firstDay: "Hari pertama",
  lastDay: "Hari terakhir",
  lastDayHint: "Kosongkan bila hanya satu hari",
  source: "Dasar",
  sourceHint: "Nomor dan tanggal keputusan atau surat edaran. Tercatat di riwayat.",
  usual: "Tanpa ketentuan di bawah ini: 5 hari, Senin–Jumat (Perpres 21/2023 pasal 3).",
  addPattern: "Tambah ketentuan",
  forWhom: "Berlaku bagi",
  targets: { unit: "Satu unit kerja", person: "Satu pegawai", agency: "Seluruh instansi" },
  unit: "Unit kerja",
  unitHint: "Unit di bawahnya ditambahkan sendiri-sendiri",
  unitUnknown:
    "Tidak ada lagi unit dengan nama ini: ketentuan ini tidak berlaku bagi siapa pun. Hapus, atau tambahkan untuk nama yang sekarang.",
  whole: "Seluruh instansi",
  unknownPerson: "Pegawai instansi lain",
  untilHint: "Kosongkan bila sampai ada ketentuan baru",
  span: (from: string, until: string | undefined) =>
    until === undefined ? `sejak ${from}` : `${from} sampai ${until}`,
  save: "Simpan",
  remove: "Hapus",
  removeOf: (what: string) => `Hapus ${what}`,
  removeHint: "Hitungan hari kerja yang memakainya ikut berubah.",
  saved: "Kalender disimpan.",
  national: (year: number) => `Hari libur nasional dan cuti bersama ${year}`,
  ramadan: (from: string, until: string) => `Jam kerja Ramadan: ${from} sampai ${until}.`,
  failures: {
    "calendar-changed":
      "Kalender ini baru saja diubah orang lain. Yang terbaru sudah dimuat, isian Anda masih ada: simpan sekali lagi, atau kembali ke daftar untuk melihatnya.",
    "own-record": "Ketentuan ini tentang hari kerja Anda sendiri. Petugas lain yang mengubahnya.",
    "not-found": "Hari atau ketentuan ini sudah tidak ada di kalender.",
  } satisfies Partial<Record<RefusalCode, string>>,
  problems: {
    "day-outside-calendar": ({ first = "", last = "" }: Params) =>
      `kalender hanya memuat tahun ${first} sampai ${last}.`,
    "span-backwards": "lebih awal daripada hari pertama.",
    "calendar-full": "kalender tidak memuat sebanyak itu. Periksa tahunnya, atau hapus yang lama.",
    "nothing-changed": "sudah ada di kalender.",
    "unit-unknown": "tidak ada unit dengan nama ini. Pilih dari daftar.",
  } satisfies Partial<Record<FieldCode, string | ((params: Params) => string)>> &
    Record<CalendarFieldCode, string | ((params: Params) => string)>,
};

export type AgencyCalendarText = typeof id;
