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
  newPerson: {
    lead: "Untuk satu orang. Banyak orang sekaligus masuk lewat impor berkas. Penyetuju memutuskan; sesudah itu pegawai ini ada di daftar dan dapat mengaktifkan akunnya.",
    emailHint: "Kosongkan bila tidak ada: alamat pertama diberikan dua petugas di loket",
    unitHint: "Ketik awal namanya, lalu pilih; nama yang belum ada menjadi unit baru",
    reasonHint: "Misalnya nomor dan tanggal SK pengangkatan",
    submit: "Ajukan ke penyetuju",
    done: (name: string) =>
      `${name} sudah diajukan. Penyetuju memutuskannya dalam 7 hari, di halaman «Persetujuan».`,
    another: "Isi satu orang lagi",
    restored: "Isian yang sudah Anda mulai dipulihkan.",
    discard: "Buang isian ini",
    what: "Pegawai baru",
    question: (name: string) => `Setujui ${name} sebagai pegawai baru?`,
    effect: {
      email:
        "Datanya langsung ada di daftar pegawai, dan ia dapat mengaktifkan akunnya dengan NIP dan surel ini.",
      counter:
        "Datanya langsung ada di daftar pegawai. Ia tidak punya surel, jadi dua petugas memberinya alamat di loket sebelum akunnya diaktifkan.",
    },
  },
};

export type PersonRequests = typeof id;
