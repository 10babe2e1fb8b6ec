import type { MfaResetFacts } from "#shared/account/mfa-reset.ts";
import type { RefusalCode } from "#shared/runtime/codes.ts";

/** What officers read in the forms about somebody's account. */
export const id = {
  reasonHint: "Misalnya permintaan pemegang, dengan nomor tiket",
  lostPhoneSteps: "Ponsel hilang? Langkah petugas",
  actions: {
    unlock: {
      hint: "Melupakan percobaan yang salah, supaya pemegang dapat mencoba lagi.",
      question: (name: string) => `Buka kunci akun ${name}?`,
      effect: "Percobaan sandi dan kode yang salah dilupakan. Kata sandi dan autentikator tetap.",
      confirm: "Ya, buka kunci",
      done: "Kunci akun sudah dibuka.",
    },
    freeze: {
      hint: "Bila ponsel dicuri atau orang lain mungkin memakai akun ini.",
      question: (name: string) => `Bekukan akun ${name}?`,
      effect:
        "Semua perangkat langsung keluar dan tidak ada yang bisa masuk sampai petugas membukanya. Kartu tetap berlaku bila dipindai.",
      confirm: "Ya, bekukan",
      done: "Akun dibekukan. Semua perangkat sudah keluar.",
    },
    unfreeze: {
      hint: "Hanya setelah Anda memastikan bahwa ini pemegangnya.",
      question: (name: string) => `Cairkan akun ${name}?`,
      effect: "Pemegang dapat masuk lagi dengan kata sandi dan autentikatornya.",
      confirm: "Ya, cairkan",
      done: "Akun dapat dipakai lagi.",
    },
    activation: {
      hint: "Surel berisi langkah aktivasi, tanpa kode. Paling banyak tiga kali sehari.",
      question: (name: string) => `Kirim petunjuk aktivasi kepada ${name}?`,
      effect: "Surel dikirim ke alamat yang tercatat. Kode diminta sendiri oleh pemegang di situs.",
      confirm: "Ya, kirim",
      done: "Petunjuk aktivasi dikirim.",
    },
    stopEmailChange: {
      hint: "Bila pemegang tidak memintanya. Alamat yang sekarang tetap berlaku.",
      question: (name: string) => `Hentikan penggantian surel ${name}?`,
      effect: "Alamat yang sekarang tetap berlaku. Pemegang diberi tahu di alamat itu.",
      confirm: "Ya, hentikan",
      done: "Penggantian surel dihentikan.",
    },
    stopPhoneChange: {
      hint: "Bila pemegang tidak memintanya. Nomor yang sekarang tetap berlaku.",
      question: (name: string) => `Hentikan penggantian nomor telepon ${name}?`,
      effect: "Nomor yang sekarang tetap berlaku. Pemegang diberi tahu lewat surel.",
      confirm: "Ya, hentikan",
      done: "Penggantian nomor telepon dihentikan.",
    },
    cancelReset: {
      hint: "Autentikator yang sekarang tetap berlaku.",
      question: (name: string) => `Batalkan reset autentikator ${name}?`,
      effect: "Autentikator yang sekarang tetap berlaku. Pemegang diberi tahu.",
      confirm: "Ya, batalkan",
      done: "Reset autentikator dibatalkan.",
    },
  },
  byOperators:
    "Pemegang akun ini memegang peran. Akunnya dibekukan oleh dua operator: hubungi operator. Pemegang juga dapat membekukannya sendiri, di «Akun» atau dengan tautan «Bukan saya» di surelnya.",
  unfreeze: {
    title: "Ajukan pencairan akun",
    hint: "Pembekuan ini dibuat pemegang sendiri atau dua operator, atau pemegangnya memegang peran. Karena itu penyetuju ikut memutuskan.",
    reasonHint: "Misalnya pemegang datang sendiri dengan KTP-el, dengan nomor tiket",
    submit: "Ajukan ke penyetuju",
    done: "Pencairan akun diajukan. Penyetuju memutuskannya di halaman «Persetujuan».",
  },
  reset: {
    title: "Ajukan reset autentikator",
    hint: "Untuk ponsel yang hilang, rusak, atau ganti. Kata sandi tidak berubah. Penyetuju memutuskan.",
    mode: "Pemegang",
    modes: {
      counter: "hadir di loket (langsung)",
      absent: "tidak hadir (24 jam)",
    },
    onlyAbsent:
      "Akun ini hanya dapat direset dengan masa tunggu 24 jam, karena pemegangnya memegang peran.",
    noMode:
      "Reset belum dapat diajukan: alamat surel pemegang baru diganti, atau surel ke alamat itu kembali. Kode dan pemberitahuan tidak akan sampai kepadanya. Ganti dahulu alamat yang salah; 24 jam setelah penggantian, petugas lain dapat mengajukan reset.",
    sendCode: "Kirim kode ke surel pemegang",
    sent: "Kode dikirim. Minta pemegang membacakan 8 angka dari surelnya.",
    sendAgain: "Kirim kode baru",
    code: "Kode dari surel pemegang",
    codeHint: "8 angka, untuk yang hadir di loket",
    paper: "Identitas yang dilihat",
    papers: {
      ktp: "KTP-el",
      karpeg: "Kartu pegawai",
      sim: "SIM",
      paspor: "Paspor",
    } satisfies Record<MfaResetFacts["paper"], string>,
    ticket: "Nomor tiket",
    ticketHint: "Nomor permohonan atau surat di instansi Anda",
    reasonHint: "Misalnya ponsel hilang, dengan nomor surat kehilangan",
    submit: "Ajukan ke penyetuju",
    done: "Reset autentikator diajukan. Penyetuju memutuskannya di halaman «Persetujuan».",
  },
  email: {
    title: "Ajukan alamat surel",
    hint: "Untuk akun yang belum punya autentikator atau sedang direset. Setelah penyetuju setuju, kode langsung dapat dikirim ke alamat ini.",
    field: "Alamat surel",
    reasonHint: "Misalnya alamat diperlihatkan pemegang di loket, dengan nomor tiket",
    submit: "Ajukan ke penyetuju",
    done: "Alamat surel diajukan. Penyetuju memutuskannya di halaman «Persetujuan».",
  },
  failures: {
    "no-authenticator": "Akun ini belum punya autentikator, jadi tidak ada yang perlu direset.",
    "mfa-reset-pending": "Reset yang sudah disetujui masih menunggu waktunya.",
    "mfa-reset-needs-wait":
      "Pemegang memegang peran, atau alamat surelnya dibetulkan dalam 7 hari terakhir, jadi resetnya hanya berlaku setelah 24 jam. Pilih «tidak hadir».",
    "email-too-new":
      "Alamat surelnya baru diganti, jadi kode dan pemberitahuan ke sana belum membuktikan apa pun. Ajukan reset 24 jam setelah penggantian.",
    "email-failed":
      "Surel ke alamat pemegang kembali, jadi ia tidak akan mendengar tentang reset ini. Ganti dahulu alamatnya.",
    "email-missing":
      "Pegawai ini belum punya alamat surel. Ajukan dahulu dengan «Catat alamat surel…».",
    "email-changed-by-you":
      "Anda yang baru mengganti alamat surelnya, sendiri atau lewat impor, jadi petugas lain yang mengajukannya.",
    "account-activated": "Akun ini sudah diaktifkan. Muat ulang halaman ini.",
    "account-missing": "Keadaan akun ini tidak tercatat. Laporkan ke operator.",
    "account-not-frozen": "Akun ini tidak dibekukan. Muat ulang halaman ini.",
    "freeze-needs-operators":
      "Pemegang memegang peran, jadi akunnya dibekukan oleh dua operator. Hubungi operator.",
    "unfreeze-needs-two":
      "Pembekuan ini hanya dicairkan bersama penyetuju. Muat ulang halaman ini, lalu ajukan.",
  } satisfies Partial<Record<RefusalCode, string>>,
};

export type AccountForms = typeof id;
