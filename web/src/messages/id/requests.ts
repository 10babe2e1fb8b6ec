import type { ReasonCode, Request, RequestAct, RequestState } from "#shared/request/request.ts";

/** Requests (pengajuan), as who asks and who decides read them. */
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
  acts: {
    submitted: "Diajukan",
    taken: "Mulai diverifikasi petugas",
    released: "Dikembalikan ke antrean",
    "clarification-asked": "Petugas meminta klarifikasi",
    revised: "Direvisi",
    agreed: "Diverifikasi, diteruskan",
    approved: "Disetujui",
    rejected: "Ditolak",
    withdrawn: "Ditarik",
    widened: "Lewat batas waktu: dibuka untuk semua petugas instansi",
    expired: "Kedaluwarsa: pertanyaan tidak dijawab",
    "handed-over": "Diteruskan ke unit kerja atau instansi yang baru",
  } satisfies Record<RequestAct, string>,
  roles: { petugas: "Petugas", penyetuju: "Penyetuju" } satisfies Record<
    Request["chain"][number]["role"],
    string
  >,
  reasons: {
    bts: "Berkas tidak sesuai (BTS)",
    tms: "Tidak memenuhi syarat (TMS)",
    duplicate: "Sudah pernah diajukan",
    other: "Alasan lain",
  } satisfies Record<ReasonCode, string>,
  failures: {
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
    "request-decided-by-you":
      "Anda sudah memutuskan langkah sebelumnya. Langkah ini diputuskan orang lain.",
    "request-too-long": "Pengajuan ini sudah terlalu panjang. Tolak, dan minta diajukan baru.",
  },
};

export type Requests = typeof id;
