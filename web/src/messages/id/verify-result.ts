import type { Suspicion } from "#shared/suspect-card/suspicions.ts";
import { id as states } from "./card-states.ts";

export const id = {
  site: (host: string) =>
    `Alamat resmi yang tercetak di kartu: ${host}. Bandingkan dengan alamat di peramban Anda.`,
  code: "Kode hasil",
  checkedAt: "Diperiksa pada",
  again: "Periksa lagi",
  next: "Periksa kartu berikutnya",
  photoAlt: "Foto pemegang kartu",
  compare: "Bandingkan dengan wajah orang di depan Anda.",
  report: "Foto tidak cocok dengan orangnya",
  reportQuestion: "Laporkan foto ini ke instansinya?",
  reportSend: "Laporkan",
  cancel: "Batal",
  reportOutcomes: {
    done: "Terima kasih, laporan Anda diterima. Petugas instansinya melihat foto ini. Jangan terima kartu ini dari orang di depan Anda; minta identitas lain.",
    over: "Sudah lebih dari sepuluh menit sejak kartu ini diperiksa. Periksa sekali lagi, lalu laporkan.",
    failed: "Laporan belum terkirim. Periksa sambungan Anda, lalu coba lagi.",
  },
  /** From the captcha that a report costs. */
  back: "Kembali ke hasil",
  suspect: "Laporkan kartu mencurigakan",
  suspectQuestion: "Apa yang janggal?",
  /** Of buttons without a script, each of which says a cause. */
  suspectSends: "Tombol yang Anda pilih langsung mengirim laporan ke instansinya.",
  suspectSure: (what: string) => `Laporkan ke instansinya: «${what}»?`,
  suspicions: {
    "data-differ": "Tulisan di kartu berbeda dari hasil ini",
    "other-holder": "Kartu ini dibawa orang lain",
    altered: "Kartunya tampak diubah atau palsu",
  } satisfies Record<Suspicion, string>,
  suspected:
    "Terima kasih, laporan Anda diterima. Petugas instansinya memeriksanya. Jangan terima kartu ini; minta identitas lain.",
  /** In place of the word and what is next, once the photo was reported. */
  reported: {
    word: "Foto dilaporkan",
    next: "Menurut data kartu ini masih berlaku, tetapi Anda melaporkan fotonya.",
  },
  /** And once the card was. */
  suspectReported: {
    word: "Kartu dilaporkan",
    next: "Menurut data kartu ini masih berlaku, tetapi Anda melaporkannya.",
  },
  /** In place of what is next after an unknown code, where the card was asked for by its numbers. */
  mistyped:
    "Tidak ada Kartu ASN Virtual dengan Nomor Seri dan Kode Periksa ini. Cocokkan ketikannya dengan kartu; bila tetap sama, jangan terima kartunya dan laporkan ke BKPSDM.",
  results: {
    upcoming: states.upcoming,
    suspended: states.suspended,
    ended: states.ended,
    superseded: states.replaced,
    valid: { code: "V1", word: "Sah", next: "Kartu ini berlaku. Cocokkan nama dan wajahnya." },
    document: {
      code: "D1",
      word: "Dokumen terdaftar",
      next: "Terdaftar: nomor, tanggal, hal, dan inisial di bawah. Cocokkan dengan dokumen di depan Anda. Nama dan isi di kertas tidak diperiksa: bila itu menentukan, tanyakan ke instansinya.",
    },
    "document-revoked": {
      code: "D2",
      word: "Dokumen dicabut",
      next: "Dokumen ini pernah dibuat oleh Kartu ASN Virtual, tetapi sudah dicabut. Jangan pakai lagi.",
    },
    specimen: {
      code: "V6",
      word: "Ini contoh kartu, bukan kartu",
      next: "Kode QR ini berasal dari contoh atau pratinjau. Jangan terima sebagai identitas.",
    },
    unknown: {
      code: "V5",
      word: "Tidak dikenal",
      next: "Kode QR ini bukan milik Kartu ASN Virtual. Pindai ulang; bila tetap sama, jangan terima kartunya dan laporkan ke BKPSDM.",
    },
  },
  /** Nothing is known of the card: each is no answer about it. */
  unchecked: {
    busy: {
      code: "V9",
      word: "Sibuk",
      next: "Layanan sedang ramai, jadi kartu ini belum diperiksa. Tunggu sebentar, lalu coba lagi. Bila mendesak, pindai tanpa jaringan atau minta identitas lain.",
    },
    noAnswer: {
      code: "V0",
      word: "Belum bisa dicek",
      next: "Tidak ada jawaban dari server. Periksa sambungan internet, lalu coba lagi. Bila mendesak, pindai tanpa jaringan atau minta identitas lain.",
    },
    disturbed: {
      code: "V0",
      word: "Belum bisa dicek",
      next: "Layanan sedang terganggu. Coba lagi sebentar lagi. Bila mendesak, pindai tanpa jaringan atau minta identitas lain.",
    },
  },
  triedAt: "Dicoba pada",
  reference: (code: string) => `Kode rujukan: ${code}`,
  tryAgain: "Coba lagi",
  /** What is known of a paper that was drawn here (decision 0086). */
  document: {
    kinds: { "request-proof": "Bukti pengajuan" },
    kind: "Jenis dokumen",
    number: "Nomor",
    subject: "Hal",
    initials: "Inisial nama",
    signer: "Penanda tangan",
    issuedAt: "Tanggal dokumen",
    revokedAt: "Dicabut pada",
  },
  fields: {
    name: "Nama",
    nip: "NIP / NI PPPK",
    employment: "Status kepegawaian",
    instansi: "Instansi kerja",
    tmt: "TMT",
    serial: "Nomor seri",
    issuedOn: "Tanggal terbit",
  },
};

export type VerifyResult = typeof id;
