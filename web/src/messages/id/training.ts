import type { registrationCodes } from "#shared/training/judge-registration.ts";
import type { outReasons } from "#shared/training/register-line.ts";
import type { trainingPaths } from "#shared/training/training-forms.ts";

type Figures = Readonly<Record<string, string | number>>;
type RegistrationCode = (typeof registrationCodes)[number];

/** «Pengembangan kompetensi» for its people: what is offered, the own place, and what stands in the way. Forms have the names of Peraturan LAN 10/2018. */
export const id = {
  lead: "Pelatihan yang ditawarkan instansi Anda, dan tempat Anda di dalamnya.",
  own: "Pelatihan Anda",
  noOwn: "Anda belum mendaftar pelatihan.",
  offered: "Pelatihan yang ditawarkan",
  noOffers: "Belum ada pelatihan yang ditawarkan.",
  facts: {
    organiser: "Penyelenggara",
    code: "Kode",
    accreditation: "Akreditasi",
    form: "Bentuk",
    batch: "Angkatan",
    when: "Waktu",
    place: "Tempat atau tautan",
    jp: "Jam pelajaran",
    closes: "Pendaftaran sampai",
    seats: "Kursi",
    cost: "Biaya",
    contact: "Kontak",
    notes: "Keterangan",
    ends: "Yang diperoleh",
  },
  jp: (count: number) => `${count} JP`,
  seats: (free: number, quota: number, waiting: number) =>
    `${free} dari ${quota} masih kosong untuk unit Anda, ${waiting} menunggu`,
  quota: (seats: number) => `${seats} kursi`,
  free: "Tanpa biaya",
  cost: (rupiah: number) => `Rp${rupiah.toLocaleString("id-ID")}`,
  certificates: {
    assessed: "STTPP sesudah lulus ujian",
    attended: "Sertifikat sesudah hadir cukup",
  },
  span: (from: string, until: string) => (from === until ? from : `${from} sampai ${until}`),
  paths: {
    pendidikan: "Pendidikan",
    klasikal: "Pelatihan klasikal",
    nonklasikal: "Pelatihan nonklasikal",
  } satisfies Record<(typeof trainingPaths)[number], string>,
  conditions: "Syarat peserta",
  noConditions: "Terbuka untuk semua pegawai instansi Anda.",
  condition: {
    kinds: "Status kepegawaian",
    golongan: "Golongan",
    jabatanKinds: "Jenis jabatan",
    jabatan: "Jabatan atau jenjang",
    units: "Unit kerja",
  },
  sessions: "Jadwal",
  calledOff: "Pelatihan ini dibatalkan.",
  place: "Tempat Anda",
  joined: "Mendaftar",
  states: {
    seated: "Terdaftar: kursi Anda pasti.",
    unconsented: "Kursi disisihkan untuk Anda, dan menunggu persetujuan atasan langsung.",
    offered: "Ada kursi untuk Anda. Ambil atau lepaskan.",
    waiting: (number: number) => `Daftar tunggu, urutan ke-${number}.`,
    out: "Anda tidak ikut.",
  },
  meetsLeave: (days: string) => `Bertumpuk dengan cuti: ${days}.`,
  consented: "Atasan langsung Anda sudah menyetujui.",
  consentUntil: "Persetujuan atasan ditunggu sampai",
  offeredUntil: "Kursi ditawarkan sampai",
  reason: "Alasan",
  late: "Sesudah pendaftaran ditutup.",
  out: {
    refused: "Atasan langsung tidak menyetujui.",
    declined: "Anda melepaskan kursi yang ditawarkan.",
    cancelled: "Pendaftaran dibatalkan.",
    "offer-lapsed": "Tawaran kursi lewat tanpa jawaban.",
    "consent-lapsed": "Persetujuan atasan tidak datang sampai batas waktunya.",
    started: "Pelatihan sudah mulai.",
    "called-off": "Pelatihan dibatalkan.",
  } satisfies Record<(typeof outReasons)[number], string>,
  join: "Daftar",
  joinHint:
    "Urutan pendaftaran menentukan kursi. Kursi baru pasti bila atasan langsung Anda menyetujui; permintaannya sampai kepadanya dengan pendaftaran Anda.",
  joinWaits: "Kursi sudah habis: Anda masuk daftar tunggu, dan diberi tahu bila ada kursi.",
  accept: "Ambil kursi",
  decline: "Lepaskan kursi",
  cancel: "Batalkan pendaftaran",
  cancelHint: "Dibaca petugas pelatihan.",
  cancelLate: "Pendaftaran sudah ditutup: pembatalan Anda dicatat sebagai terlambat.",
  blocked: "Anda belum dapat mendaftar",
  told: "Yang perlu diketahui",
  done: {
    join: "Pendaftaran Anda sudah dicatat.",
    accept: "Kursi sudah Anda ambil.",
    decline: "Kursi sudah Anda lepaskan.",
    cancel: "Pendaftaran sudah dibatalkan.",
  },
  certificate: {
    title: "Sertifikat Anda",
    file: "Unduh sertifikat (PDF)",
    withdrawn: "Sertifikat ini dicabut.",
  },
  learning: "Jam pelajaran Anda",
  claim: "Ajukan sertifikat luar",
  year: (year: number, jp: number, target: number) =>
    target === 0 ? `${year}: ${jp} JP` : `${year}: ${jp} dari ${target} JP`,
  short: (jp: number) => `kurang ${jp} JP`,
  enough: "target tercapai",
  exempt: { cltn: "tanpa target: CLTN", "tugas-belajar": "tanpa target: tugas belajar" },
  entry: (name: string, jp: number, number: string) => `${name}, ${jp} JP, nomor ${number}`,
  failures: {
    "training-full": "Daftar ini tidak dapat menerima pendaftaran lagi. Hubungi penyelenggara.",
  },
  findings: {
    "not-open": "Pelatihan ini tidak dibuka.",
    closed: ({ limit }: Figures) => `Pendaftaran ditutup sesudah ${limit}.`,
    "other-agency": "Pelatihan ini milik instansi lain.",
    "registered-already": "Anda sudah terdaftar.",
    "employment-not-active": "Kedudukan hukum Anda sedang tidak aktif.",
    "on-cltn": "Anda sedang cuti di luar tanggungan negara.",
    "tugas-belajar": "Anda sedang tugas belajar.",
    "kind-not-invited": ({ limit, measured }: Figures) =>
      `Untuk ${limit}; status kepegawaian Anda ${measured}.`,
    "golongan-not-invited": ({ limit, measured }: Figures) =>
      `Untuk golongan ${limit}; golongan Anda ${measured ?? "belum tercatat"}.`,
    "jabatan-kind-not-invited": "Jenis jabatan Anda tidak termasuk syarat peserta.",
    "jabatan-not-invited": ({ limit, measured }: Figures) =>
      `Untuk jabatan dengan kata ${limit}; jabatan Anda ${measured}.`,
    "unit-not-invited": ({ measured }: Figures) => `Unit Anda, ${measured}, tidak termasuk.`,
    "contract-ends-before": ({ limit }: Figures) =>
      `Perjanjian kerja Anda berakhir ${limit}, sebelum pelatihan selesai.`,
    "other-training": ({ measured }: Figures) =>
      `Di hari yang sama Anda ikut pelatihan lain: ${measured}.`,
    full: "Kursi habis; Anda akan masuk daftar tunggu.",
    "on-leave": ({ limit, measured }: Figures) =>
      `Bertumpuk dengan cuti Anda: ${measured}, mulai ${limit}.`,
    "on-duty": ({ limit, measured }: Figures) =>
      `Bertumpuk dengan tugas: ${measured}, mulai ${limit}.`,
    "more-jp-than-usual": ({ limit, measured }: Figures) =>
      `Bersama ini ${measured} JP setahun; PPPK lazimnya paling banyak ${limit}.`,
  } satisfies Record<RegistrationCode, string | ((figures: Figures) => string)>,
};

export type TrainingText = typeof id;
