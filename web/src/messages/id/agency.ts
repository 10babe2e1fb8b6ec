import type { RefusalCode } from "#shared/runtime/codes.ts";

/** The pages of agencies. */
export const id = {
  failures: {
    "agency-changed":
      "Instansi ini baru saja diubah orang lain. Periksa yang sekarang, lalu ubah lagi.",
    "agency-exists": "Kode ini sudah dipakai instansi lain.",
  } satisfies Partial<Record<RefusalCode, string>>,
};

export type AgencyText = typeof id;
