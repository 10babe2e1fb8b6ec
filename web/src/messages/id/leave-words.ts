import type { AskedKind } from "#shared/leave/leave-kinds.ts";
import type { Verdict } from "#shared/request/request.ts";

/** What a leave is called, wherever one is told. The names are the law's (PP 11/2017, article 310). */
export const id = {
  title: "Cuti",
  /** The service beside it, where a page leads to both: another file would be another chunk of each first view (PP 11/2017, article 203). */
  training: "Pengembangan kompetensi",
  deciding: "Menunggu keputusan saya",
  attendance: "Presensi saya",
  letters: "Surat saya",
  kinds: {
    tahunan: "Cuti Tahunan",
    besar: "Cuti Besar",
    sakit: "Cuti Sakit",
    melahirkan: "Cuti Melahirkan",
    "alasan-penting": "Cuti Karena Alasan Penting",
    cltn: "Cuti di Luar Tanggungan Negara",
  } satisfies Record<AskedKind, string>,
  verdicts: {
    approved: "Disetujui",
    changed: "Perubahan",
    postponed: "Ditangguhkan",
    refused: "Tidak disetujui",
  } satisfies Record<Verdict, string>,
  span: (from: string, to: string) => (from === to ? from : `${from} sampai ${to}`),
  days: (working: number, all: number) => `${working} hari kerja (${all} hari kalender)`,
};

export type LeaveWords = typeof id;
