import type { ProposalGroup } from "#shared/employee/record-field.ts";
import type { ReasonCode } from "#shared/request/reason-codes.ts";
import type { DeciderRole, Request, RequestAct } from "#shared/request/request.ts";
import type { RequestState } from "#shared/request/request-states.ts";

/** What people ask for (pengajuan), as who asks and who decides read it. */
export const id = {
  states: {
    draft: "Draf",
    submitted: "Diajukan",
    verifying: "Dalam verifikasi",
    clarifying: "Perlu klarifikasi",
    revised: "Direvisi",
    approved: "Disetujui",
    rejected: "Ditolak",
    withdrawn: "Ditarik",
    expired: "Kedaluwarsa",
  } satisfies Record<RequestState, string>,
  /** By whom it was agreed to last, and whom it waits for. */
  passed: (role: string) => `Disetujui ${role.toLowerCase()}`,
  waits: {
    petugas: "menunggu petugas",
    penyetuju: "menunggu penyetuju",
    superior: "menunggu atasan langsung",
    authority: "menunggu pejabat yang berwenang",
  } satisfies Record<DeciderRole, string>,
  acts: {
    submitted: "Diajukan",
    taken: "Mulai diverifikasi",
    released: "Dikembalikan ke antrean",
    "clarification-asked": "Klarifikasi diminta",
    revised: "Direvisi",
    agreed: "Diverifikasi, diteruskan",
    advised: "Pertimbangan diberikan, diteruskan",
    approved: "Disetujui",
    rejected: "Ditolak",
    withdrawn: "Ditarik",
    widened: "Lewat batas waktu: dibuka untuk semua petugas instansi",
    escalated: "Lewat batas waktu: pejabat di atasnya dapat memutuskan juga",
    expired: "Kedaluwarsa: pertanyaan tidak dijawab",
    "handed-over": "Diteruskan ke unit kerja atau instansi yang baru",
  } satisfies Record<RequestAct, string>,
  roles: {
    petugas: "Petugas",
    penyetuju: "Penyetuju",
    superior: "Atasan langsung",
    authority: "Pejabat yang berwenang",
  } satisfies Record<Request["chain"][number]["role"], string>,
  reasons: {
    bts: "Berkas tidak sesuai (BTS)",
    tms: "Tidak memenuhi syarat (TMS)",
    duplicate: "Sudah pernah diajukan",
    unproven: "Tidak terbukti",
    other: "Alasan lain",
  } satisfies Record<ReasonCode, string>,
  groups: {
    name: "Nama dan gelar",
    rank: "Pangkat atau golongan",
    position: "Jabatan",
    contract: "Perjanjian kerja",
    birth: "Kelahiran dan NIK",
    service: "CPNS dan KARPEG",
  } satisfies Record<ProposalGroup, string>,
  number: (number: string) => `Pengajuan ${number}`,
  before: "Semula",
  after: "Menjadi",
  note: "Keterangan",
  since: "Sejak",
  due: "Paling lambat",
  trail: "Riwayat pengajuan",
  files: (count: number) => `${count} berkas bukti`,
  filesGone: "Berkas bukti sudah dihapus: masa simpannya habis.",
  more: "Tampilkan berikutnya",
  failures: {
    "document-revoked": "Bukti ini sudah dicabut.",
    "request-moved":
      "Pengajuan ini baru saja berubah. Keadaannya yang terbaru ditampilkan; isian Anda tidak hilang.",
    "request-approved": "Pengajuan ini sudah disetujui.",
    "request-rejected": "Pengajuan ini sudah ditolak.",
    "request-withdrawn": "Pengajuan ini sudah ditarik.",
    "request-expired": "Batas waktu pengajuan ini sudah lewat.",
    "request-open":
      "Pengajuan Anda yang lain untuk bagian ini masih berjalan. Tunggu keputusannya, atau tarik dahulu.",
    "request-outdated":
      "Data pegawai sudah berubah sejak diajukan. Tolak, atau minta klarifikasi agar diajukan ulang.",
    "request-alone": "Pengajuan ini diputuskan satu per satu. Buka di antrean.",
    "request-decided-by-you":
      "Anda sudah memutuskan langkah sebelumnya. Langkah ini diputuskan orang lain.",
    "request-unasked": "Tidak ada yang dapat ditanya: pengajuan ini bukan dari pegawainya.",
    "request-not-postponable": "Cuti untuk alasan ini tidak dapat ditangguhkan.",
    "no-signer":
      "Belum ada pejabat yang dapat menandatangani surat pegawai ini. Atur dulu di «Pejabat».",
    "no-decider":
      "Belum ada pejabat yang ditetapkan untuk memutuskannya. Hubungi pengelola kepegawaian Anda.",
    "request-held": "Akun pegawai ini dibekukan. Tunggu sampai dibuka, atau tolak.",
    "request-not-made": "Belum ada yang berubah di data pegawai. Kerjakan dulu, lalu setujui.",
    "request-too-long": "Pengajuan ini sudah terlalu panjang. Tolak, dan minta diajukan baru.",
  },
};

export type Requests = typeof id;
