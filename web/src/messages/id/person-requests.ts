import type { RefusalCode } from "#shared/runtime/codes.ts";

/** What officers read where they ask for a new person or another NIP, and where it is decided. */
export const id = {
  failures: {
    "nip-taken": "NIP ini sudah terdaftar di instansi Anda. Cari orangnya di daftar pegawai.",
    "nip-former":
      "NIP ini nomor lama pegawai yang sudah terdaftar di instansi Anda. Cari dengan nomor ini di daftar pegawai.",
    "nip-elsewhere": "NIP ini sudah terdaftar pada instansi lain.",
    "nip-other-kind":
      "Nomor ini untuk jenis pegawai lain: angka ke-13 dan 14 bulan pengangkatan PNS, atau mulai 21 urutan perjanjian PPPK.",
    "email-elsewhere": "Alamat surel ini sudah terdaftar pada instansi lain.",
  } satisfies Partial<Record<RefusalCode, string>>,
  nipChange: {
    title: "Ganti NIP",
    hint: "Bila BKN membetulkan nomornya atau memberi nomor lain. Penyetuju memutuskannya. Setelah disetujui kartu digambar ulang dan QR yang lama menjawab «diganti». Nomor lama tetap menemukan orang ini dan tidak pernah menjadi milik orang lain. Semua perangkatnya keluar; ia mengaktifkan akun lagi dengan nomor baru, dengan kata sandi dan autentikator baru.",
    field: "NIP baru",
    fieldHint: "18 angka, seperti pada SK",
    reasonHint: "Misalnya nomor dan tanggal surat BKN",
    submit: "Ajukan",
    done: "Penggantian NIP sudah diajukan. Penyetuju memutuskannya dalam 7 hari.",
    question: (name: string) => `Setujui NIP baru ${name}?`,
    effect:
      "Kartu digambar ulang, semua perangkat pemegang keluar, dan ia mengaktifkan akun lagi dengan nomor baru. Nomor lama tidak dapat dipakai masuk.",
  },
};

export type PersonRequests = typeof id;
