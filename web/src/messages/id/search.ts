import type { ListFilter } from "#shared/employee/tag-names.ts";

export const id = {
  any: "Semua",
  kind: "Jenis pegawai",
  unit: "Unit kerja",
  unitHint: "Dengan semua unit di bawahnya",
  tag: "Keadaan",
  tags: {
    "no-photo": "Tanpa foto",
    "ends-soon": "Kontrak berakhir dalam 90 hari",
    "not-activated": "Belum aktivasi",
    frozen: "Akun diblokir (dibekukan)",
  } satisfies Record<ListFilter, string>,
  filtered: "Disaring",
  remove: (filter: string) => `Hapus saringan: ${filter}`,
  removeAll: "Hapus semua saringan",
};

export type Search = typeof id;
