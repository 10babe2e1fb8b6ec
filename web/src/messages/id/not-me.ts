import type { LinkAnswer } from "#shared/session/link-messages.ts";

/** «Bukan saya»: a mail's link. */
export const id = {
  title: "Bukan saya",
  lead: (day: string) => `Kami mengirim surel tentang sesuatu pada akun Anda, ${day}.`,
  /** By what the link does. */
  purposes: {
    freeze: {
      ask: "Bukan Anda yang melakukannya? Bekukan akun Anda sekarang.",
      effects: [
        "Semua perangkat langsung keluar dari akun, dan tidak ada yang bisa masuk, Anda pun tidak.",
        "Kata sandi dan autentikator tetap seperti sekarang.",
        "Kartu Anda tetap berlaku bila dipindai.",
        "Untuk membukanya lagi, datang ke BKPSDM instansi Anda: petugas memastikan bahwa itu Anda, lalu penyetuju memutuskan.",
      ],
      submit: "Bekukan akun",
      done: "Akun Anda dibekukan",
      doneText: "Semua perangkat sudah keluar. Lakukan tiga hal ini:",
      steps: [
        "Ganti kata sandi surel Anda bila mungkin orang lain membacanya.",
        "Datang ke bagian kepegawaian (BKPSDM) instansi Anda dan bawa kartu identitas.",
        "Setelah petugas membuka akun, atur ulang kata sandi lewat «Lupa Password / Aktivasi».",
      ],
    },
    "cancel-mfa-reset": {
      ask: "Bukan Anda yang meminta reset autentikator? Batalkan sekarang.",
      effects: [
        "Autentikator yang sekarang tetap berlaku, juga bila reset sudah disetujui.",
        "Kata sandi dan kartu Anda tetap seperti sekarang.",
        "Petugas kepegawaian (BKPSDM) instansi Anda dapat mengajukannya lagi bila memang perlu.",
      ],
      submit: "Batalkan reset",
      done: "Reset autentikator dibatalkan",
      doneText:
        "Autentikator yang sekarang tetap berlaku. Bila bukan Anda yang memintanya, lakukan dua hal ini:",
      steps: [
        "Beri tahu bagian kepegawaian (BKPSDM) instansi Anda.",
        "Ganti kata sandi Kartu ASN Virtual dan surel Anda.",
      ],
    },
    "cancel-email-change": {
      ask: "Tidak jadi mengganti alamat surel, atau bukan Anda yang memintanya? Batalkan sekarang.",
      effects: [
        "Alamat surel yang sekarang tetap berlaku.",
        "Akun tidak dibekukan: yang sedang masuk tetap masuk.",
      ],
      submit: "Batalkan penggantian",
      done: "Penggantian alamat surel dibatalkan",
      doneText:
        "Alamat yang sekarang tetap berlaku. Bila bukan Anda yang memintanya, lakukan dua hal ini:",
      steps: [
        "Ganti kata sandi Kartu ASN Virtual dan pasang autentikator baru lewat halaman «Akun».",
        "Bekukan akun lewat tautan lain dalam surel yang sama bila orang lain masih memakainya.",
      ],
    },
    "cancel-phone-change": {
      ask: "Tidak jadi mengganti nomor telepon, atau bukan Anda yang memintanya? Batalkan sekarang.",
      effects: [
        "Nomor telepon yang sekarang tetap berlaku.",
        "Akun tidak dibekukan: yang sedang masuk tetap masuk.",
      ],
      submit: "Batalkan penggantian",
      done: "Penggantian nomor telepon dibatalkan",
      doneText:
        "Nomor yang sekarang tetap berlaku. Bila bukan Anda yang memintanya, lakukan dua hal ini:",
      steps: [
        "Ganti kata sandi Kartu ASN Virtual dan pasang autentikator baru lewat halaman «Akun».",
        "Bekukan akun lewat tautan lain dalam surel yang sama bila orang lain masih memakainya.",
      ],
    },
  } satisfies Record<LinkAnswer["purpose"], object>,
  /** By what the link was to cancel: it does not wait any more. */
  late: {
    "cancel-mfa-reset":
      "Reset autentikator yang disebut surel itu tidak menunggu lagi: sudah dijalankan, atau sudah dibatalkan, ditolak, atau diganti pengajuan baru sebelum tautan ini dipakai. Tautan ini tidak mengubah apa pun.",
    "cancel-email-change":
      "Penggantian alamat surel itu tidak menunggu lagi: sudah berlaku, atau sudah dibatalkan sebelum tautan ini dipakai. Tautan ini tidak mengubah apa pun.",
    "cancel-phone-change":
      "Penggantian nomor telepon itu tidak menunggu lagi: sudah berlaku, atau sudah dibatalkan sebelum tautan ini dipakai. Tautan ini tidak mengubah apa pun.",
  } satisfies Record<Exclude<LinkAnswer["purpose"], "freeze">, string>,
  lateTitle: "Tidak ada lagi yang bisa dibatalkan",
  wasMe: "Memang Anda? Tutup halaman ini. Tidak ada yang berubah.",
  safe: "Halaman ini tidak meminta kata sandi atau kode. Jangan mengetiknya di halaman yang memintanya lewat surel.",
  used: "Tautan ini sudah dipakai",
  usedText:
    "Tautan hanya bekerja satu kali. Bila akun Anda dibekukan, bagian kepegawaian (BKPSDM) instansi Anda yang membukanya lagi.",
  expired: "Tautan ini tidak berlaku lagi",
  expiredText:
    "Tautan berlaku 7 hari. Buka tautan dari surel yang paling baru, dan salin seluruhnya. Bila akun Anda mungkin dipakai orang lain, segera hubungi bagian kepegawaian (BKPSDM) instansi Anda.",
};

export type NotMe = typeof id;
