import type { ProfileDetails } from "./letter-profile.ts";

/** Until an agency has said it. The pattern is one of those of Peraturan ANRI 5/2021 that public lists show. */
export const usualProfile: Omit<ProfileDetails, "place" | "unit"> = {
  pattern: "{keamanan}-{urut}/{klasifikasi}/{unit}/{bulan}/{tahun}",
  patterns: { tugas: "{jenis}-{urut}/{klasifikasi}/{unit}/{bulan}/{tahun}" },
  digits: 3,
  // Permendagri 83/2022: 800.1 is sumber daya manusia, 800.1.11.1 surat perintah and tugas; 800.1.10 keterangan.
  classifications: { tugas: "800.1.11.1" },
  copies: [],
};
