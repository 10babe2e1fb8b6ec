/** Why a leave is asked for, where the law closes the list, and what has to prove it. */
import { type AskedKind, leaveKindFacts } from "./leave-kinds.ts";
import type { LeaveTerms } from "./leave-terms.ts";

export const leaveEvidence = [
  "surat-dokter",
  "surat-dokter-pemerintah",
  "temuan-tim-penguji",
  "keterangan-kecelakaan-dinas",
  "perkiraan-lahir",
  "jadwal-haji",
  "rawat-inap",
  "keterangan-kematian",
  "keterangan-ketua-rt",
  "surat-tugas",
  "dokumen-alasan",
  "persetujuan-bkn",
  "izin-sementara",
] as const;
export type LeaveEvidence = (typeof leaveEvidence)[number];

interface ReasonFacts {
  readonly kinds: readonly AskedKind[];
  /** The law's words. */
  readonly words: string;
  readonly evidence?: LeaveEvidence;
  /** The PYBMC may not put it off (Peraturan BKN 24/2017, III.B). */
  readonly cannotWait?: true;
}

const reasons = {
  "haji-pertama": {
    kinds: ["besar"],
    words: "Menunaikan ibadah haji yang pertama",
    evidence: "jadwal-haji",
    cannotWait: true,
  },
  ibadah: { kinds: ["besar"], words: "Kepentingan agama", cannotWait: true },
  "kelahiran-keempat": {
    kinds: ["besar"],
    words: "Kelahiran anak keempat dan seterusnya",
    evidence: "perkiraan-lahir",
    cannotWait: true,
  },
  "keperluan-lain": { kinds: ["besar"], words: "Keperluan lain" },
  sakit: { kinds: ["sakit"], words: "Sakit", evidence: "surat-dokter" },
  "gugur-kandungan": { kinds: ["sakit"], words: "Gugur kandungan", evidence: "surat-dokter" },
  "kecelakaan-dinas": {
    kinds: ["sakit"],
    words: "Kecelakaan dalam dan karena menjalankan tugas kewajiban",
    evidence: "keterangan-kecelakaan-dinas",
  },
  "keluarga-sakit-keras": {
    kinds: ["alasan-penting", "tahunan"],
    words: "Anggota keluarga sakit keras",
    evidence: "rawat-inap",
  },
  "keluarga-meninggal": {
    kinds: ["alasan-penting", "tahunan"],
    words: "Anggota keluarga meninggal dunia",
    evidence: "keterangan-kematian",
  },
  "hak-keluarga-meninggal": {
    kinds: ["alasan-penting", "tahunan"],
    words: "Mengurus hak-hak anggota keluarga yang meninggal dunia",
    evidence: "keterangan-kematian",
  },
  menikah: { kinds: ["alasan-penting"], words: "Melangsungkan perkawinan" },
  "menikah-pertama": { kinds: ["tahunan"], words: "Melangsungkan perkawinan yang pertama" },
  "istri-melahirkan": {
    kinds: ["alasan-penting"],
    words: "Istri melahirkan atau operasi caesar",
    evidence: "rawat-inap",
  },
  "kebakaran-bencana": {
    kinds: ["alasan-penting"],
    words: "Mengalami musibah kebakaran rumah atau bencana alam",
    evidence: "keterangan-ketua-rt",
  },
  "pemulihan-tugas-berbahaya": {
    kinds: ["alasan-penting"],
    words: "Ditempatkan pada perwakilan yang rawan atau berbahaya, guna memulihkan kondisi",
    evidence: "surat-tugas",
  },
  "ikut-pasangan-tugas": {
    kinds: ["cltn"],
    words: "Mengikuti atau mendampingi suami/istri tugas negara atau tugas belajar",
    evidence: "dokumen-alasan",
  },
  "ikut-pasangan-bekerja": {
    kinds: ["cltn"],
    words: "Mendampingi suami/istri bekerja di dalam atau di luar negeri",
    evidence: "dokumen-alasan",
  },
  "program-keturunan": {
    kinds: ["cltn"],
    words: "Menjalani program untuk mendapatkan keturunan",
    evidence: "dokumen-alasan",
  },
  "anak-berkebutuhan-khusus": {
    kinds: ["cltn"],
    words: "Mendampingi anak yang berkebutuhan khusus",
    evidence: "dokumen-alasan",
  },
  "perawatan-khusus": {
    kinds: ["cltn"],
    words: "Mendampingi suami/istri/anak yang memerlukan perawatan khusus",
    evidence: "dokumen-alasan",
  },
  "orang-tua-sakit": {
    kinds: ["cltn"],
    words: "Mendampingi atau merawat orang tua/mertua yang sakit atau uzur",
    evidence: "dokumen-alasan",
  },
} as const satisfies Readonly<Record<string, ReasonFacts>>;
export type LeaveReason = keyof typeof reasons;

function isReason(text: string): text is LeaveReason {
  return Object.hasOwn(reasons, text);
}

export const leaveReasons: readonly LeaveReason[] = Object.keys(reasons).filter(isReason);

function reasonFacts(reason: LeaveReason): ReasonFacts {
  return reasons[reason];
}

/** The closed list of a kind. An annual leave has one only before the first full year, a cuti melahirkan has none. */
export function reasonsOf(kind: AskedKind): readonly LeaveReason[] {
  return leaveReasons.filter((reason) => reasonFacts(reason).kinds.includes(kind));
}

/** Whether the PYBMC may put a leave off: not one for a religious duty or the fourth birth. */
export function isPostponable(kind: AskedKind, reason?: LeaveReason): boolean {
  return leaveKindFacts[kind].isPostponable && !(reason && reasonFacts(reason).cannotWait);
}

/**
 * What has to be brought. The approval of BKN comes while the request is on its way: it is needed for the decision.
 * @param days of the calendar
 */
export function evidenceFor(
  {
    kind,
    reason,
    days,
    interim,
  }: {
    readonly kind: AskedKind;
    readonly reason?: LeaveReason | undefined;
    readonly days: number;
    /** The written permission, of which the PYBMC hears afterwards. */
    readonly interim?: true | undefined;
  },
  terms: Pick<LeaveTerms, "sickAnyDoctorDays" | "sickLongDoctor">,
): readonly LeaveEvidence[] {
  if (kind === "melahirkan") return ["perkiraan-lahir"];
  const isLong = kind === "sakit" && days > terms.sickAnyDoctorDays;
  const ofReason = reason ? reasonFacts(reason).evidence : undefined;
  const needed: readonly (LeaveEvidence | undefined)[] = [
    ofReason,
    kind === "sakit" ? "surat-dokter" : undefined,
    kind === "cltn" ? "persetujuan-bkn" : undefined,
    interim ? "izin-sementara" : undefined,
  ];
  const each = needed.map((one) =>
    one === "surat-dokter" && isLong && terms.sickLongDoctor === "government"
      ? "surat-dokter-pemerintah"
      : one,
  );
  return [...new Set(each.filter((one) => one !== undefined))];
}
