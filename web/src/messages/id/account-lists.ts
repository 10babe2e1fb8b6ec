import type { AccountList } from "#shared/account/account-lists.ts";

export const id = {
  lists: "Daftar akun",
  names: {
    "not-activated": "Belum aktivasi",
    "no-authenticator": "Tanpa autentikator",
    frozen: "Dibekukan",
    undeliverable: "Surel tidak sampai",
    "photo-refused": "Foto ditolak",
    "no-photo": "Tanpa foto",
    "no-email": "Tanpa surel",
    "no-phone": "Tanpa nomor ponsel",
  } satisfies Record<AccountList, string>,
  hints: {
    "not-activated":
      "Pegawai ini belum pernah membuat kata sandi. Mereka mulai dari «Lupa Password / Aktivasi» di halaman masuk.",
    "no-authenticator":
      "Kata sandinya sudah ada, tetapi autentikator belum dipasang di ponsel atau sudah dihapus. Autentikator dipasang saat masuk berikutnya.",
    frozen:
      "Tidak ada yang dapat masuk sampai petugas membuka akunnya, setelah bertemu pegawainya. Akun yang terkunci karena salah kata sandi terbuka sendiri paling lama 15 menit kemudian, jadi tidak ada di sini.",
    undeliverable:
      "Surel ke alamat pegawai ini dikembalikan. Tanyakan alamat yang benar kepada pegawai, lalu perbaiki di datanya.",
    "photo-refused":
      "Foto terakhir tidak memenuhi ketentuan, dan belum ada foto lain yang diterima. Alasannya tampil di «Ubah Foto» pegawai selama 30 hari, dan selama itu pula ia ada di daftar ini.",
    "no-photo":
      "Kartu belum dapat dibuat karena fotonya belum ada. Pegawai mengunggahnya sendiri setelah masuk.",
    "no-email":
      "Kode aktivasi tidak dapat dikirim, jadi aktivasi lewat loket, dua petugas: satu mengusulkan alamat surel dari halaman data pegawai, penyetuju memutuskan.",
    "no-phone":
      "Nomor ponselnya kosong, satu dari indikator mutu data BKN. Pegawai mengisinya sendiri di «Akun» setelah masuk.",
  } satisfies Record<AccountList, string>,
  empty: "Tidak ada akun di daftar ini.",
  shown: (n: number) => `${n} akun, yang paling lama lebih dulu.`,
  firstShown: (n: number) => `${n} akun pertama, yang paling lama lebih dulu.`,
  more: "Muat berikutnya",
  columns: { name: "Nama", nip: "NIP", unitKerja: "Unit kerja", since: "Sejak" },
  exported: "Ekspor daftar ini",
};

export type AccountLists = typeof id;
