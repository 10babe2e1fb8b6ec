import type { RefusalCode } from "#shared/runtime/codes.ts";

/** Of the phone's page of a login by QR. */
export const id = {
  nothing:
    "Halaman ini untuk memindai. Di komputer, buka «Masuk dengan kode QR», lalu pindai kodenya dengan kamera ponsel ini.",
  signedOut:
    "Ponsel ini belum masuk. Masuk dulu di sini; bila kodenya sudah berganti di komputer, pindai lagi.",
  signIn: "Masuk di ponsel ini",
  lead: "Sebuah komputer ingin masuk dengan akun",
  device: "Perangkat",
  place: "Tempat",
  unknownPlace: "Tidak diketahui",
  askedAt: "Diminta",
  elsewhere:
    "Komputer ini tampaknya berada di tempat lain. Bila komputernya tidak ada di depan Anda, tolak.",
  only: "Izinkan hanya bila Anda sendiri membuka halaman login di komputer itu. Bila kode QR dikirim orang lain, misalnya lewat WhatsApp, itu penipuan.",
  cardOnly:
    "Komputer itu hanya membuka kartu Anda. Untuk pekerjaan petugas atau operator, masuk di sana dengan kata sandi.",
  number: "Angka di komputer",
  numberHint: "2 angka yang tampil di layar komputer. Bila salah, kode harus dibuat baru.",
  code: "Kode autentikator",
  codeHint: "6 angka yang berganti setiap 30 detik",
  approve: "Izinkan masuk",
  notMe: "Bukan saya",
  left: (seconds: number) => `Berlaku ${seconds} detik lagi`,
  approved: "Disetujui",
  waiting: "Menunggu komputer …",
  over: {
    done: {
      title: "Komputer sudah masuk",
      message: "Bila itu bukan Anda, segera ganti kata sandi; semua perangkat akan keluar.",
    },
    late: {
      title: "Waktu kode habis",
      message: "Komputer tidak masuk. Buat kode baru di komputer, lalu pindai lagi.",
    },
    refused: {
      title: "Permintaan ditolak",
      message:
        "Komputer itu tidak masuk. Bila kodenya dikirim orang lain, laporkan ke BKPSDM instansi Anda.",
    },
    "number-wrong": {
      title: "Angka tidak cocok",
      message:
        "Permintaan diakhiri dan komputer itu tidak masuk. Bila Anda salah ketik, buat kode baru di komputer, lalu pindai lagi. Bila tidak ada komputer di depan Anda, seseorang mencoba menipu Anda.",
    },
    "scanned-elsewhere": {
      title: "Kode sudah dipindai ponsel lain",
      message: "Satu kode hanya untuk satu ponsel. Buat kode baru di komputer, lalu pindai lagi.",
    },
  },
  doneUntil: "Sesinya berlaku paling lama sampai",
  changePassword: "Ganti kata sandi",
  toDevices: "Lihat perangkat yang masuk",
  toCard: "Ke kartu saya",
  failures: {
    "qr-over": "Waktu kode ini habis.",
    "qr-scanned": "Kode ini sudah dipindai ponsel lain.",
    "qr-number-wrong": "Angka tidak sama dengan yang tampil di komputer.",
    "authenticator-unkept":
      "Autentikator ini dipasang sebelum login QR ada. Pasang ulang autentikator, atau masuk di komputer dengan kata sandi.",
  } satisfies Partial<Record<RefusalCode, string>>,
};

export type QrApproval = typeof id;
