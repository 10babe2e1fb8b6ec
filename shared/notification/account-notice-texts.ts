import type { ToldAction } from "#shared/audit/account-actions.ts";
import type { Mail } from "#shared/mail/mail.ts";
import { contractNoticeTexts } from "./contract-notice-texts.ts";
import { leaveNoticeTexts } from "./leave-notice-texts.ts";
import { letterNoticeTexts } from "./letter-notice-texts.ts";
import { requestNoticeTexts } from "./request-notice-texts.ts";

/** The texts of mails about an account, Indonesian first, then English; as `mailTexts`. */
export const accountNoticeTexts: Readonly<Record<ToldAction, Mail>> = {
  ...requestNoticeTexts,
  ...contractNoticeTexts,
  ...leaveNoticeTexts,
  ...letterNoticeTexts,
  "signed-in-new-device": {
    subject: "Akun Kartu ASN Virtual Anda dipakai masuk dari peramban lain",
    lines: [
      "Seseorang masuk ke akun Kartu ASN Virtual Anda dengan kata sandi dan kode autentikator, dari peramban yang belum pernah dipakai untuk akun ini. Jika itu Anda, tidak ada yang perlu dilakukan.",
      "Somebody signed in to your Kartu ASN Virtual account with password and authenticator code, from a browser that was not used for it before. If it was you, nothing needs to be done.",
    ],
  },
  "signed-in-by-qr": {
    subject: "Akun Kartu ASN Virtual Anda dipakai masuk dengan kode QR",
    lines: [
      "Sebuah komputer masuk ke akun Kartu ASN Virtual Anda setelah kode QR-nya disetujui dari ponsel Anda. Jika itu Anda, tidak ada yang perlu dilakukan.",
      "A computer signed in to your Kartu ASN Virtual account after its QR code was approved on your phone. If it was you, nothing needs to be done.",
    ],
  },
  "password-reset": {
    subject: "Kata sandi akun Kartu ASN Virtual Anda dibuat",
    lines: [
      "Kata sandi akun Kartu ASN Virtual Anda dibuat dengan kode yang dikirim ke alamat surel Anda, untuk aktivasi atau karena lupa kata sandi. Semua perangkat telah dikeluarkan.",
      "The password of your Kartu ASN Virtual account was set with a code that was mailed to your address, to activate the account or because it was forgotten. All devices were signed out.",
    ],
  },
  "password-changed": {
    subject: "Kata sandi akun Kartu ASN Virtual Anda diganti",
    lines: [
      "Kata sandi akun Kartu ASN Virtual Anda diganti dari perangkat yang sedang masuk. Semua perangkat lain telah dikeluarkan.",
      "The password of your Kartu ASN Virtual account was changed on a device that was signed in. All other devices were signed out.",
    ],
  },
  "authenticator-registered": {
    subject: "Autentikator akun Kartu ASN Virtual Anda didaftarkan",
    lines: [
      "Aplikasi autentikator didaftarkan untuk akun Kartu ASN Virtual Anda. Mulai sekarang kodenya diminta setiap kali masuk.",
      "An authenticator app was registered for your Kartu ASN Virtual account. From now on its code is asked for at each login.",
    ],
  },
  "authenticator-replaced": {
    subject: "Autentikator akun Kartu ASN Virtual Anda diganti",
    lines: [
      "Aplikasi autentikator akun Kartu ASN Virtual Anda diganti. Kode dari aplikasi yang lama tidak berlaku lagi.",
      "The authenticator app of your Kartu ASN Virtual account was replaced. Codes of the old one no longer count.",
    ],
  },
  "recovery-codes-made": {
    subject: "Kode pemulihan akun Kartu ASN Virtual Anda dibuat",
    lines: [
      "Kode pemulihan akun Kartu ASN Virtual Anda dibuat. Kode yang lama, jika ada, tidak berlaku lagi.",
      "Recovery codes were made for your Kartu ASN Virtual account. Earlier codes, if there were any, no longer count.",
    ],
  },
  "recovery-code-used": {
    subject: "Kode pemulihan akun Kartu ASN Virtual Anda dipakai",
    lines: [
      "Sebuah kode pemulihan akun Kartu ASN Virtual Anda dipakai. Autentikator yang lama dihapus, dan semua perangkat telah dikeluarkan.",
      "A recovery code of your Kartu ASN Virtual account was used. The authenticator was removed, and all devices were signed out.",
    ],
  },
  "activation-resent": {
    subject: "Cara mengaktifkan akun Kartu ASN Virtual Anda",
    lines: [
      "Akun Kartu ASN Virtual Anda belum diaktifkan. Buka situs di bawah ini, pilih «Lupa Password / Aktivasi», ketik NIP dan alamat surel ini, lalu ketik kode yang kami kirim sesudahnya. Siapkan ponsel: setelah membuat kata sandi, Anda memasang autentikator.",
      "Your Kartu ASN Virtual account is not activated yet. Open the site below, choose “Forgotten password / activation”, type your NIP and this e-mail address, then the code that we mail you after that. Have your phone ready: after choosing a password you register an authenticator.",
    ],
  },
  "authenticator-reminded": {
    subject: "Autentikator akun Kartu ASN Virtual Anda belum dipasang",
    lines: [
      "Kata sandi akun Kartu ASN Virtual Anda sudah ada, tetapi autentikatornya belum dipasang. Buka situs di bawah ini di ponsel atau komputer, masuk dengan NIP dan kata sandi Anda, lalu ikuti petunjuk di layar. Bila kata sandinya lupa, pilih «Lupa Password / Aktivasi».",
      "Your Kartu ASN Virtual account has a password, but no authenticator is set up yet. Open the site below on your phone or computer, log in with your NIP and password, and follow the steps on the screen. If you forgot the password, choose “Forgotten password / activation”.",
    ],
  },
  "photo-reminded": {
    subject: "Foto untuk Kartu ASN Virtual Anda masih ditunggu",
    lines: [
      "Foto untuk Kartu ASN Virtual Anda belum ada, atau foto terakhir yang Anda kirim belum memenuhi ketentuan. Buka situs di bawah ini, masuk, lalu unggah foto Anda di «Ubah Foto». Kartu dibuat dengan sendirinya.",
      "There is no photo for your Kartu ASN Virtual yet, or the last one that you sent does not meet the rules. Open the site below, log in, and upload your photo under “Change photo”. The card is made by itself.",
    ],
  },
  "photo-due": {
    subject: "Foto baru untuk Kartu ASN Virtual Anda masih ditunggu",
    lines: [
      "Batas waktu untuk foto baru Kartu ASN Virtual Anda kurang dari tiga hari lagi. Buka situs di bawah ini dan masuk: alasannya dan batas waktunya ada di halaman foto. Bila foto baru tidak datang, foto yang sekarang tetap dipakai, kartu tetap berlaku, dan petugas memutuskan lagi.",
      "The time for a new photo of your Kartu ASN Virtual is over in less than three days. Open the site below and log in: the page of the photo says why it is asked for, and until when. If no new photo comes, the present one stays, the card is still valid, and an officer decides again.",
    ],
  },
  "phone-reminded": {
    subject: "Nomor ponsel untuk Kartu ASN Virtual Anda belum ada",
    lines: [
      "Data kepegawaian Anda belum berisi nomor ponsel, salah satu indikator mutu data BKN. Buka situs di bawah ini, masuk, lalu isi nomor ponsel Anda di halaman «Akun».",
      "Your personnel record has no phone number, which is one of BKN's indicators of data quality. Open the site below, log in, and enter your phone number on the page “Account”.",
    ],
  },
  "mfa-reset-asked": {
    subject: "Reset autentikator akun Kartu ASN Virtual Anda diajukan",
    lines: [
      "Petugas kepegawaian mengajukan reset autentikator akun Kartu ASN Virtual Anda. Pengajuan itu masih harus disetujui petugas lain.",
      "A personnel officer asked to reset the authenticator of your Kartu ASN Virtual account. Another officer has yet to approve it.",
    ],
  },
  "mfa-reset-approved": {
    subject: "Reset autentikator akun Kartu ASN Virtual Anda disetujui",
    lines: [
      "Reset autentikator akun Kartu ASN Virtual Anda disetujui. Bila Anda hadir di loket, langsung; bila tidak, 24 jam setelah surel ini dikirim: autentikator baru dipasang pada saat masuk berikutnya dengan kata sandi Anda.",
      "The reset of the authenticator of your Kartu ASN Virtual account was approved. At once if you were at the counter, else 24 hours after this mail was sent: the next login with your password registers another one.",
    ],
  },
  "mfa-reset-cancelled": {
    subject: "Reset autentikator akun Kartu ASN Virtual Anda dibatalkan",
    lines: [
      "Reset autentikator akun Kartu ASN Virtual Anda dibatalkan. Autentikator yang sekarang tetap berlaku.",
      "The reset of the authenticator of your Kartu ASN Virtual account was cancelled. The present one still counts.",
    ],
  },
  "mfa-reset-done": {
    subject: "Autentikator akun Kartu ASN Virtual Anda dihapus",
    lines: [
      "Autentikator akun Kartu ASN Virtual Anda dihapus. Autentikator baru dipasang pada saat masuk berikutnya.",
      "The authenticator of your Kartu ASN Virtual account was removed. The next login registers another one.",
    ],
  },
  "account-unlocked": {
    subject: "Kunci akun Kartu ASN Virtual Anda dibuka",
    lines: [
      "Petugas membuka kunci akun Kartu ASN Virtual Anda: percobaan kata sandi dan kode yang salah dilupakan. Kata sandi dan autentikator tetap seperti sebelumnya.",
      "An officer unlocked your Kartu ASN Virtual account: wrong passwords and codes were forgotten. Password and authenticator are what they were.",
    ],
  },
  "account-frozen": {
    subject: "Akun Kartu ASN Virtual Anda dibekukan",
    lines: [
      "Akun Kartu ASN Virtual Anda dibekukan: semua perangkat telah dikeluarkan, dan tidak ada yang dapat masuk. Hubungi BKPSDM instansi Anda untuk mencabutnya. Bila Anda sendiri yang membekukannya, petugas mengajukan pencabutan dan penyetuju memutuskannya.",
      "Your Kartu ASN Virtual account was frozen: all devices were signed out, and nobody can sign in. Contact the personnel office (BKPSDM) of your agency to have it unfrozen. If you froze it yourself, an officer asks for that and an approver decides.",
    ],
  },
  "account-unfrozen": {
    subject: "Pembekuan akun Kartu ASN Virtual Anda dicabut",
    lines: [
      "Pembekuan akun Kartu ASN Virtual Anda dicabut oleh petugas kepegawaian. Anda dapat masuk lagi.",
      "Your Kartu ASN Virtual account was unfrozen by a personnel officer. You can sign in again.",
    ],
  },
  "nip-changed": {
    subject: "NIP pada Kartu ASN Virtual Anda diganti",
    lines: [
      "NIP atau nomor induk PPPK Anda pada Kartu ASN Virtual diganti oleh dua petugas kepegawaian. Kartu digambar ulang, dan semua perangkat telah dikeluarkan. Nomor yang lama tidak dapat dipakai masuk lagi: buka «Lupa Password / Aktivasi» dengan nomor yang baru, buat kata sandi, lalu pasang autentikator baru.",
      "Your NIP or PPPK number on your Kartu ASN Virtual was changed by two personnel officers. The card was redrawn, and all devices were signed out. The old number does not sign in any more: open «Lupa Password / Aktivasi» with the new one, set a password, and register a new authenticator.",
    ],
  },
  "email-change-asked": {
    subject: "Alamat surel akun Kartu ASN Virtual Anda akan diganti",
    lines: [
      "Penggantian alamat surel akun Kartu ASN Virtual Anda diajukan dari akun Anda sendiri. Perubahan itu berlaku setelah masa tunggu (biasanya 24 jam).",
      "A change of the e-mail address of your Kartu ASN Virtual account was asked for from the account itself. It takes effect after a waiting time (usually 24 hours).",
    ],
  },
  "email-change-cancelled": {
    subject: "Penggantian alamat surel akun Kartu ASN Virtual Anda dibatalkan",
    lines: [
      "Penggantian alamat surel akun Kartu ASN Virtual Anda dibatalkan. Alamat yang sekarang tetap berlaku.",
      "The change of the e-mail address of your Kartu ASN Virtual account was cancelled. The present address still counts.",
    ],
  },
  "phone-change-asked": {
    subject: "Nomor telepon akun Kartu ASN Virtual Anda akan diganti",
    lines: [
      "Penggantian nomor telepon akun Kartu ASN Virtual Anda diajukan dari akun Anda sendiri. Perubahan itu berlaku setelah masa tunggu (biasanya 24 jam).",
      "A change of the phone number of your Kartu ASN Virtual account was asked for from the account itself. It takes effect after a waiting time (usually 24 hours).",
    ],
  },
  "phone-change-cancelled": {
    subject: "Penggantian nomor telepon akun Kartu ASN Virtual Anda dibatalkan",
    lines: [
      "Penggantian nomor telepon akun Kartu ASN Virtual Anda dibatalkan. Nomor yang sekarang tetap berlaku.",
      "The change of the phone number of your Kartu ASN Virtual account was cancelled. The present number still counts.",
    ],
  },
  "phone-changed": {
    subject: "Nomor telepon akun Kartu ASN Virtual Anda diganti",
    lines: [
      "Nomor telepon pada data Kartu ASN Virtual Anda diganti dari akun Anda sendiri.",
      "The phone number on the record of your Kartu ASN Virtual was changed from the account itself.",
    ],
  },
  "correction-made": {
    subject: "Laporan data Kartu ASN Virtual Anda dijawab: diperbaiki",
    lines: [
      "Data yang Anda laporkan salah telah diperbaiki. Keterangan petugas dapat Anda baca setelah masuk, di «Akun», bagian data Anda.",
      "A datum of yours that you reported as wrong was corrected. Sign in to read what the officer wrote, in «Akun», the part about your data.",
    ],
  },
  "correction-refused": {
    subject: "Laporan data Kartu ASN Virtual Anda dijawab: tidak diubah",
    lines: [
      "Data yang Anda laporkan salah tidak diubah. Alasan petugas dan langkah selanjutnya dapat Anda baca setelah masuk, di «Akun», bagian data Anda.",
      "The datum that you reported as wrong was not changed. Sign in to read the officer's reason and how to go on, in «Akun», the part about your data.",
    ],
  },
  "own-data-taken": {
    subject: "Salinan data Kartu ASN Virtual Anda diunduh",
    lines: [
      "Salinan semua data Anda di Kartu ASN Virtual diunduh dari akun Anda, dengan kata sandi dan kode autentikator. Jika itu Anda, tidak ada yang perlu dilakukan.",
      "A copy of all your data in Kartu ASN Virtual was downloaded from your account, with password and authenticator code. If it was you, nothing needs to be done.",
    ],
  },
  transferred: {
    subject: "Instansi pada Kartu ASN Virtual Anda berganti",
    lines: [
      "Anda tercatat pindah ke instansi lain. Kartu ASN Virtual Anda digambar ulang dengan nama instansi itu. Petugas instansi yang lama tidak dapat lagi membuka data Anda.",
      "Your move to another agency is on record. Your Kartu ASN Virtual is drawn anew with its name. Officers of the former agency can no longer open your data.",
    ],
  },
  "transfer-ended": {
    subject: "Pindah instansi di Kartu ASN Virtual Anda sudah selesai atau berakhir",
    lines: [
      "Pindah instansi seorang pegawai yang Anda ajukan atau setujui sudah selesai, dikembalikan, atau ditarik. Pegawai yang tidak pindah tetap ada di daftar Anda: buka situs di bawah ini, masuk, lalu lihat «Pindah instansi» pada datanya.",
      "A transfer that you asked for or approved was completed, given back or withdrawn. Who did not move is still in your list: open the site below, log in to your account, and look at “Transfer” on the record.",
    ],
  },
  "records-joined": {
    subject: "Dua rekaman Kartu ASN Virtual Anda digabung",
    lines: [
      "Data Anda tercatat dua kali di Kartu ASN Virtual, dan dua petugas menggabungnya menjadi satu. Pakailah akun dan kartu yang sekarang Anda baca surelnya; kartu dan akun dari nomor yang lain tidak berlaku lagi. Jika data itu bukan milik Anda, laporkan ke petugas instansi Anda.",
      "Your data was on record twice in Kartu ASN Virtual, and two officers joined both into one. Use the account and the card that this mail is about; card and account of the other number are not valid any more. If that record is not yours, tell the officers of your agency.",
    ],
  },
  "decree-stuck": {
    subject: "Keputusan di Kartu ASN Virtual Anda tidak dapat berlaku",
    lines: [
      "Sebuah keputusan yang Anda ajukan atau setujui tidak dapat berlaku pada TMT-nya, karena keadaannya sudah lain dari waktu diputuskan. Tidak ada yang ditulis ke data pegawainya. Buka situs di bawah ini, masuk, lalu lihat «Keputusan».",
      "A decision that you asked for or approved could not take effect on its TMT, because things are not as they were when it was decided. Nothing was written into the record. Open the site below, log in to your account, and look at “Decisions”.",
    ],
  },
};
