import type { ToldAction } from "#shared/audit/account-actions.ts";
import type { Mail } from "#shared/mail/mail.ts";

/** The texts of mails about one's own requests; as `mailTexts`. */
export const requestNoticeTexts = {
  "contact-asked": {
    subject: "Surel dan nomor ponsel untuk Kartu ASN Virtual Anda diminta",
    lines: [
      "Instansi Anda mengumpulkan alamat surel dan nomor ponsel pegawainya, dan Anda belum mengisinya. Masuk: tautan ke formulir dan hari terakhirnya ada di bawah kartu, di «Menunggu Anda».",
      "Your agency collects the e-mail addresses and mobile numbers of its people, and you have not answered yet. Sign in: the link to the form and its last day stand below the card, in «Waiting for you».",
    ],
  },
  "contact-proposed": {
    subject: "Formulir surel dan ponsel untuk Kartu ASN Virtual Anda",
    lines: [
      "Seseorang mengisi formulir pemutakhiran alamat surel dan nomor ponsel dengan NIP Anda. Data Anda belum berubah: petugas memeriksanya lebih dahulu. Jika bukan Anda, masuk lalu tarik kembali di «Pengajuan saya», atau hubungi BKPSDM instansi Anda.",
      "Someone filled in the form for updating e-mail address and mobile number with your NIP. Your data have not changed: officers check it first. If it was not you, sign in and withdraw it in «My requests», or contact the personnel office (BKPSDM) of your agency.",
    ],
  },
  "own-request-clarification": {
    subject: "Pengajuan Kartu ASN Virtual Anda perlu dilengkapi",
    lines: [
      "Petugas meminta keterangan atau berkas tambahan untuk pengajuan Anda. Pertanyaan dan batas waktunya dapat Anda baca setelah masuk, di «Pengajuan saya». Pengajuan yang tidak dijawab sampai batas waktunya menjadi kedaluwarsa.",
      "An officer asks for more information or another file for your request. Sign in to read the question and until when, in «My requests». A request that is not answered in time expires.",
    ],
  },
  "own-request-due": {
    subject: "Pertanyaan tentang pengajuan Kartu ASN Virtual Anda menunggu jawaban",
    lines: [
      "Pertanyaan petugas tentang pengajuan Anda belum dijawab, dan batas waktunya kurang dari tiga hari lagi. Masuk dan jawab di «Pengajuan saya»; sesudah batas waktunya pengajuan itu kedaluwarsa.",
      "An officer's question about your request is not answered yet, and its time ends in less than three days. Sign in and answer it in «My requests»; after that the request expires.",
    ],
  },
  "own-request-approved": {
    subject: "Pengajuan Kartu ASN Virtual Anda disetujui",
    lines: [
      "Pengajuan Anda disetujui dan sudah dijalankan. Rinciannya dapat Anda baca setelah masuk, di «Pengajuan saya».",
      "Your request was approved and carried out. Sign in to read more, in «My requests».",
    ],
  },
  "own-request-rejected": {
    subject: "Pengajuan Kartu ASN Virtual Anda ditolak",
    lines: [
      "Pengajuan Anda ditolak. Alasan dan cara memperbaikinya dapat Anda baca setelah masuk, di «Pengajuan saya».",
      "Your request was rejected. Sign in to read why and how to mend it, in «My requests».",
    ],
  },
  "own-request-expired": {
    subject: "Pengajuan Kartu ASN Virtual Anda kedaluwarsa",
    lines: [
      "Pertanyaan petugas tentang pengajuan Anda tidak dijawab sampai batas waktunya, sehingga pengajuan itu berakhir. Anda dapat mengajukannya lagi setelah masuk, di «Pengajuan saya».",
      "An officer's question about your request was not answered in time, so the request ended. Sign in to ask for it again, in «My requests».",
    ],
  },
  "own-request-proof-revoked": {
    subject: "Bukti pengajuan Kartu ASN Virtual Anda dicabut",
    lines: [
      "Petugas instansi mencabut bukti salah satu pengajuan Anda: siapa pun yang memeriksa kode QR-nya membaca «Dokumen dicabut». Pengajuannya sendiri tetap seperti adanya, di «Pengajuan saya».",
      "Officers withdrew the proof of one of your requests: whoever checks its QR code reads that it is withdrawn. The request itself stays as it is, in «My requests».",
    ],
  },
} satisfies Partial<Record<ToldAction, Mail>>;
