import type { HomeItem } from "#shared/desk/home-items.ts";

export const id = {
  lead: "Yang menunggu Anda, yang paling mendesak lebih dulu.",
  find: "Cari pegawai",
  waiting: "Menunggu",
  items: {
    approvals: "Persetujuan menunggu Anda",
    requests: "Pengajuan menunggu Anda",
    "photo-reviews": "Foto yang perlu dilihat",
    "decrees-stuck": "SK yang tidak berlaku sendiri",
    "leaves-ending": "Cuti yang segera atau sudah berakhir",
    arriving: "Pegawai yang akan masuk",
    "contract-ends": "Kontrak berakhir dalam 90 hari",
    frozen: "Akun dibekukan",
    undeliverable: "Surel tidak sampai",
    "no-email": "Tanpa surel",
    "not-activated": "Belum aktivasi",
    "no-authenticator": "Tanpa autentikator",
    "photo-refused": "Foto ditolak",
    "no-photo": "Tanpa foto",
  } satisfies Record<HomeItem, string>,
  hints: {
    approvals: "Putuskan setelah memeriksa dokumennya.",
    requests: "Diputuskan dalam 3 x 24 jam.",
    "photo-reviews": "Pakaian, pose, dan kemiripan dinilai orang.",
    "decrees-stuck": "Datanya lain dari saat diputuskan; periksa.",
    "leaves-ending": "Kartunya tetap ditangguhkan sampai ada SK lain.",
    arriving: "Dilepas instansi lain; terima atau kembalikan.",
    "contract-ends": "Perpanjang, atau kartunya berakhir sendiri.",
    frozen: "Dibuka petugas setelah bertemu pegawainya.",
    undeliverable: "Tanyakan alamat yang benar, lalu perbaiki.",
    "no-email": "Aktivasinya lewat loket.",
    "not-activated": "Ingatkan, atau cetak surat aktivasinya.",
    "no-authenticator": "Dipasang saat masuk berikutnya.",
    "photo-refused": "Foto terakhirnya tidak memenuhi ketentuan.",
    "no-photo": "Kartunya belum dapat dibuat.",
  } satisfies Record<HomeItem, string>,
  urgent: (item: HomeItem, count: string) =>
    item === "requests"
      ? `${count} lewat batas waktunya, atau hampir.`
      : item === "photo-reviews"
        ? `${count} dilaporkan, atau belum diganti sampai batas waktunya.`
        : `${count} sudah lewat hari terakhirnya.`,
  nothing: "Tidak ada yang menunggu.",
  none: "Kosong",
  uncounted: "Belum dapat dihitung",
  quality: "Mutu data",
  worst: "Yang paling mengurangi nilai mutu data:",
  good: "Tidak ada indikator terukur yang gagal.",
  notYet: "Mutu data dihitung setiap malam; hasil pertama ada besok pagi.",
  board: "Papan mutu data",
  asOf: "Data per",
  people: (count: string) => `${count} pegawai`,
  services: "Layanan petugas",
};

export type Desk = typeof id;
