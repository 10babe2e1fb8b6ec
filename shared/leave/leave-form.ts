/** The form «Formulir Permintaan dan Pemberian Cuti» (Peraturan BKN 24/2017, Anak Lampiran 1.b; Peraturan BKN 7/2022, Lampiran II). */
import type { Verdict } from "#shared/request/request.ts";

/** Its eight sections, by their legal names. Section II has the kinds of `askedKindsOf`, in their order. */
export const leaveFormSections = [
  { numeral: "I", name: "Data Pegawai" },
  { numeral: "II", name: "Jenis Cuti yang Diambil" },
  { numeral: "III", name: "Alasan Cuti" },
  { numeral: "IV", name: "Lamanya Cuti" },
  { numeral: "V", name: "Catatan Cuti" },
  { numeral: "VI", name: "Alamat Selama Menjalankan Cuti" },
  { numeral: "VII", name: "Pertimbangan Atasan Langsung" },
  { numeral: "VIII", name: "Keputusan Pejabat yang Berwenang Memberikan Cuti" },
] as const;

/** What sections VII and VIII can say. */
export const leaveVerdictNames: Readonly<Record<Verdict, string>> = {
  approved: "Disetujui",
  changed: "Perubahan",
  postponed: "Ditangguhkan",
  refused: "Tidak Disetujui",
};
