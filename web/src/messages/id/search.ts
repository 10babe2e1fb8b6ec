import type { MeasuredCode } from "#shared/employee/quality-indicators.ts";
import type { ListFilter } from "#shared/employee/tag-names.ts";

export const id = {
  any: "Semua",
  kind: "Jenis pegawai",
  unit: "Unit kerja",
  unitHint: "Dengan semua unit di bawahnya",
  tag: "Keadaan",
  /** Beside BKN's indicators, which have their own names (quality-names.ts). */
  tags: {
    "no-photo": "Tanpa foto",
    "ends-soon": "Kontrak berakhir dalam 90 hari",
    "not-activated": "Belum aktivasi",
    frozen: "Akun diblokir (dibekukan)",
  } satisfies Record<Exclude<ListFilter, MeasuredCode>, string>,
  filtered: "Disaring",
  remove: (filter: string) => `Hapus saringan: ${filter}`,
  removeAll: "Hapus semua saringan",
};

export type Search = typeof id;
