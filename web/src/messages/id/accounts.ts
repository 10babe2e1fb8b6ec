import type { AccountAnswer, AccountApprovalAnswer } from "#shared/account/account-answers.ts";
import type { RefusalCode } from "#shared/runtime/codes.ts";

type Change<Kind> = Extract<AccountApprovalAnswer["change"], { kind: Kind }>;

/** What officers read of somebody's account, and do about it. */
export const id = {
  title: "Akun",
  state: "Keadaan",
  states: {
    "not-activated": "belum diaktifkan",
    "no-authenticator": "sudah diaktifkan, belum ada autentikator",
    ready: "aktif",
  } satisfies Record<AccountAnswer["state"], string>,
  registered: "Autentikator sejak",
  codesLeft: "Kode pemulihan tersisa",
  lastLogin: "Terakhir masuk",
  noLogin: "tidak ada dalam catatan terbaru",
  locked: (minutes: number) => `Terkunci karena salah sandi atau kode, ${minutes} menit lagi.`,
  counted: "Ada percobaan salah yang masih dihitung.",
  frozen: (time: string) => `Dibekukan sejak ${time}. Tidak ada yang bisa masuk.`,
  pending: {
    asked: "Reset autentikator menunggu keputusan penyetuju.",
    waits: (time: string) => `Reset autentikator disetujui dan berlaku mulai ${time}.`,
    due: "Reset autentikator sudah berlaku: saat masuk berikutnya pemegang memasang autentikator baru.",
  },
  unavailable: "Keadaan akun belum dapat dibaca. Muat ulang halaman ini.",
  reasonHint: "Misalnya permintaan pemegang, dengan nomor tiket",
  actions: {
    unlock: {
      open: "Buka kunci",
      hint: "Melupakan percobaan yang salah, supaya pemegang dapat mencoba lagi.",
      question: (name: string) => `Buka kunci akun ${name}?`,
      effect: "Percobaan sandi dan kode yang salah dilupakan. Kata sandi dan autentikator tetap.",
      confirm: "Ya, buka kunci",
      done: "Kunci akun sudah dibuka.",
    },
    freeze: {
      open: "Bekukan akun",
      hint: "Bila ponsel dicuri atau orang lain mungkin memakai akun ini.",
      question: (name: string) => `Bekukan akun ${name}?`,
      effect:
        "Semua perangkat langsung keluar dan tidak ada yang bisa masuk sampai petugas membukanya. Kartu tetap berlaku bila dipindai.",
      confirm: "Ya, bekukan",
      done: "Akun dibekukan. Semua perangkat sudah keluar.",
    },
    unfreeze: {
      open: "Cairkan akun",
      hint: "Hanya setelah Anda memastikan bahwa ini pemegangnya.",
      question: (name: string) => `Cairkan akun ${name}?`,
      effect: "Pemegang dapat masuk lagi dengan kata sandi dan autentikatornya.",
      confirm: "Ya, cairkan",
      done: "Akun dapat dipakai lagi.",
    },
    activation: {
      open: "Kirim petunjuk aktivasi",
      hint: "Surel berisi langkah aktivasi, tanpa kode. Paling banyak tiga kali sehari.",
      question: (name: string) => `Kirim petunjuk aktivasi kepada ${name}?`,
      effect: "Surel dikirim ke alamat yang tercatat. Kode diminta sendiri oleh pemegang di situs.",
      confirm: "Ya, kirim",
      done: "Petunjuk aktivasi dikirim.",
    },
    cancelReset: {
      open: "Batalkan reset autentikator",
      hint: "Autentikator yang sekarang tetap berlaku.",
      question: (name: string) => `Batalkan reset autentikator ${name}?`,
      effect: "Autentikator yang sekarang tetap berlaku. Pemegang diberi tahu.",
      confirm: "Ya, batalkan",
      done: "Reset autentikator dibatalkan.",
    },
  },
  reset: {
    open: "Reset autentikator",
    title: "Ajukan reset autentikator",
    hint: "Untuk ponsel yang hilang, rusak, atau ganti. Kata sandi tidak berubah. Penyetuju memutuskan.",
    mode: "Pemegang",
    modes: {
      counter: "hadir di loket (langsung)",
      absent: "tidak hadir (24 jam)",
    },
    onlyAbsent:
      "Akun ini hanya dapat direset dengan masa tunggu 24 jam, karena pemegangnya memegang peran atau alamat surelnya baru diganti.",
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
    } satisfies Record<Change<"mfa-reset">["paper"], string>,
    ticket: "Nomor tiket",
    ticketHint: "Nomor permohonan atau surat di instansi Anda",
    reasonHint: "Misalnya ponsel hilang, dengan nomor surat kehilangan",
    submit: "Ajukan ke penyetuju",
    done: "Reset autentikator diajukan. Penyetuju memutuskannya di halaman «Persetujuan».",
  },
  email: {
    open: "Betulkan alamat surel",
    title: "Ajukan alamat surel yang benar",
    hint: "Untuk akun yang belum diaktifkan. Setelah penyetuju setuju, kode aktivasi langsung dapat dikirim ke alamat ini.",
    field: "Alamat surel yang benar",
    reasonHint: "Misalnya alamat diperlihatkan pemegang di loket, dengan nomor tiket",
    submit: "Ajukan ke penyetuju",
    done: "Alamat surel diajukan. Penyetuju memutuskannya di halaman «Persetujuan».",
  },
  failures: {
    "no-authenticator": "Akun ini belum punya autentikator, jadi tidak ada yang perlu direset.",
    "mfa-reset-pending": "Reset yang sudah disetujui masih menunggu waktunya.",
    "mfa-reset-needs-wait":
      "Pemegang memegang peran, jadi resetnya hanya berlaku setelah 24 jam. Pilih «tidak hadir».",
    "email-too-new":
      "Alamat surelnya baru diganti, jadi kode ke sana belum membuktikan apa pun. Pilih «tidak hadir».",
    "account-activated": "Akun ini sudah diaktifkan. Muat ulang halaman ini.",
    "account-not-frozen": "Akun ini tidak dibekukan. Muat ulang halaman ini.",
  } satisfies Partial<Record<RefusalCode, string>>,
  approvals: {
    lead: "Perubahan pada akun diajukan petugas dan diputuskan penyetuju lain. Periksa alasannya sebelum memutuskan.",
    lists: {
      waiting: {
        title: "Menunggu keputusan",
        hint: "Diajukan oleh petugas lain di wilayah kerja Anda.",
        none: "Tidak ada yang menunggu keputusan Anda.",
      },
      own: {
        title: "Pengajuan saya",
        hint: "Dua puluh pengajuan terakhir Anda.",
        none: "Anda belum mengajukan apa pun.",
      },
    },
    aboutYou: "Ini tentang akun Anda sendiri, jadi orang lain yang memutuskan.",
    before: "Sekarang",
    after: "Setelah disetujui",
    resetFrom: "Autentikator yang terpasang",
    resetTo: {
      counter:
        "Autentikator baru, langsung saat masuk berikutnya. Pemegang hadir dan sudah membacakan kode dari surelnya.",
      absent:
        "Autentikator baru, 24 jam setelah disetujui, kecuali dibatalkan. Pemegang tidak hadir.",
    },
    decisions: {
      approve: {
        question: {
          "mfa-reset": (name: string) => `Setujui reset autentikator ${name}?`,
          "email-correction": (name: string) => `Setujui alamat surel ${name}?`,
        },
        effect: {
          counter:
            "Semua perangkat pemegang langsung keluar. Saat masuk berikutnya ia memasang autentikator baru.",
          absent:
            "Pemegang diberi tahu dan dapat membatalkannya. Setelah 24 jam ia memasang autentikator baru saat masuk.",
          "email-correction": "Kode aktivasi langsung dapat dikirim ke alamat ini.",
        },
        done: (name: string) => `Pengajuan tentang ${name} disetujui.`,
      },
      refuse: {
        question: (name: string) => `Tolak pengajuan tentang ${name}?`,
        effect: "Akun tetap seperti sekarang. Pengaju membaca alasan Anda.",
        done: (name: string) => `Pengajuan tentang ${name} ditolak.`,
      },
      withdraw: {
        question: (name: string) => `Tarik kembali pengajuan tentang ${name}?`,
        effect: "Akun tetap seperti sekarang.",
        done: (name: string) => `Pengajuan tentang ${name} ditarik kembali.`,
      },
    },
  },
};

export type Accounts = typeof id;
