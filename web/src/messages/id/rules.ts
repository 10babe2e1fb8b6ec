import type { LeaveMatter } from "#shared/post/decider-rule.ts";
import type { DeciderFinding } from "#shared/post/deciders-for.ts";
import type { RefusalCode } from "#shared/runtime/codes.ts";

/** The rules by which posts decide for people. */
export const id = {
  title: "Aturan: siapa memutuskan untuk siapa",
  lead: "Aturan yang paling khusus berlaku: milik orangnya, lalu unitnya, unit di atasnya, dan terakhir seluruh instansi.",
  toPosts: "Ke daftar jabatan",
  failures: {
    "rule-changed":
      "Aturan ini sudah ada atau baru saja diubah orang lain. Muat ulang halaman, lalu ubah yang ada.",
  } satisfies Partial<Record<RefusalCode, string>>,
  own: "Aturan ini tentang Anda, atau memberi wewenang baru pada jabatan Anda atau yang di bawahnya. Petugas lain yang mengisinya.",
  none: "Belum ada aturan.",
  add: "Tambah aturan",
  change: "Ubah",
  changeOf: (name: string) => `Ubah aturan ${name}`,
  agency: "Seluruh instansi",
  gone: "Tidak ada lagi",
  forWhom: "Berlaku untuk",
  targets: {
    agency: "Seluruh instansi",
    unit: "Unit kerja dan semua di bawahnya",
    person: "Satu pegawai",
  },
  unit: "Unit kerja",
  person: "Pegawai",
  superior: "Atasan langsung",
  superiorHint: "Nama jabatan. Kosongkan bila mengikuti aturan yang lebih umum.",
  ppk: "Jabatan PPK",
  ppkHint: "Memberi CLTN dan semua cuti yang tidak didelegasikan.",
  places: { home: "Cuti di dalam negeri", abroad: "Cuti di luar negeri" } satisfies Record<
    LeaveMatter["place"],
    string
  >,
  allKinds: "semua jenis",
  kinds: {
    tahunan: "Cuti tahunan",
    besar: "Cuti besar",
    sakit: "Cuti sakit",
    melahirkan: "Cuti melahirkan",
    "alasan-penting": "Cuti karena alasan penting",
    cltn: "Cuti di luar tanggungan negara (CLTN)",
  } satisfies Record<LeaveMatter["leave"], string>,
  grantHint: "Jabatan yang menerima delegasi dari PPK. Kosongkan bila tidak didelegasikan di sini.",
  someKinds: "Jenis cuti tertentu pada jabatan lain",
  who: "Siapa memutuskan?",
  whoHint: "Untuk satu pegawai hari ini, menurut aturan dan jabatan yang sekarang.",
  leave: "Jenis cuti",
  place: "Tempat",
  ask: "Lihat",
  authority: "Pejabat yang berwenang memberikan cuti",
  findings: {
    missing: "tidak ada aturan yang menunjuk jabatannya",
    vacant: "tidak ada yang bertindak di jabatannya dan di atasnya",
    own: "jabatannya hanya sampai pada orang itu sendiri",
  } satisfies Record<DeciderFinding, string>,
  saved: (name: string) => `Aturan ${name} disimpan.`,
};

export type RulesText = typeof id;
