import type { Mail } from "#shared/mail/mail.ts";
import type { LinkPurpose } from "#shared/session/mailed-link.ts";
import { accountNoticeTexts } from "./account-notice-texts.ts";
import type { NotificationCode } from "./notification-codes.ts";
import { requestNoticeTexts } from "./request-notice-texts.ts";

/**
 * The texts of mails, Indonesian first, then English. They name nobody and have no link to the login: who reads the
 * mailbox learns only that something changed, and phishing mails with a link do not look like ours (W-15).
 */
export const mailTexts: Readonly<Record<NotificationCode, Mail>> = {
  ...accountNoticeTexts,
  "photo-confirmed": {
    subject: "Foto Kartu ASN Virtual Anda diperbarui",
    lines: [
      "Foto pada Kartu ASN Virtual Anda telah diganti dan kartu digambar ulang.",
      "The photo on your Kartu ASN Virtual was replaced and the card was redrawn.",
    ],
  },
  "photo-brought": {
    subject: "Foto Kartu ASN Virtual Anda diganti oleh petugas",
    lines: [
      "Petugas kepegawaian mengirim foto Anda, dan petugas kedua menyetujuinya. Kartu digambar ulang dengan foto itu. Periksa kartunya setelah masuk.",
      "A personnel officer sent a photo of you, and a second one approved it. Your card was redrawn with it. Sign in to check the card.",
    ],
  },
  // Why stands behind the login: it is about a face.
  "photo-new-asked": {
    subject: "Foto baru diminta untuk Kartu ASN Virtual Anda",
    lines: [
      "Petugas kepegawaian meminta foto baru untuk Kartu ASN Virtual Anda. Foto yang lama tetap dipakai, dan kartu tetap berlaku. Alasan dan batas waktunya dapat Anda baca setelah masuk.",
      "A personnel officer asks for a new photo for your Kartu ASN Virtual. The present one stays, and the card is still valid. Sign in to read why, and until when.",
    ],
  },
  "photo-revoked": {
    subject: "Foto Kartu ASN Virtual Anda dicabut",
    lines: [
      "Dua petugas kepegawaian mencabut foto pada Kartu ASN Virtual Anda. Kartu tidak dapat ditunjukkan sampai ada foto baru. Alasannya dapat Anda baca setelah masuk.",
      "Two personnel officers took the photo off your Kartu ASN Virtual. There is no card to show until you choose a new photo. Sign in to read why.",
    ],
  },
  // Holder or officer: the history says who.
  "qr-replaced": {
    subject: "Kode QR Kartu ASN Virtual Anda diganti",
    lines: [
      "Kode QR Kartu ASN Virtual Anda diganti, dari akun Anda sendiri atau oleh petugas kepegawaian. Kartu yang sudah dicetak atau dibagikan tidak berlaku lagi; kartu baru digambar otomatis.",
      "The QR code of your Kartu ASN Virtual was replaced, from your own account or by a personnel officer. Cards that were printed or shared are no longer valid; the new card is drawn automatically.",
    ],
  },
  "qr-paused": {
    subject: "Kode QR Kartu ASN Virtual Anda dijeda",
    lines: [
      "Kode QR Kartu ASN Virtual Anda dijeda dari akun Anda. Siapa pun yang memeriksa kartu membaca «Ditangguhkan» sampai Anda mengaktifkannya lagi.",
      "The QR code of your Kartu ASN Virtual was paused from your account. Whoever checks the card reads «Suspended» until you resume it.",
    ],
  },
  "qr-resumed": {
    subject: "Kode QR Kartu ASN Virtual Anda aktif lagi",
    lines: [
      "Jeda kode QR Kartu ASN Virtual Anda diakhiri dari akun Anda. Kartu dapat diperiksa lagi seperti biasa.",
      "The pause of the QR code of your Kartu ASN Virtual was ended from your account. The card can be checked again as usual.",
    ],
  },
  "nip-opened": {
    subject: "NIP pada Kartu ASN Virtual Anda dibuka satu jam",
    lines: [
      "NIP Anda dibuka dari akun Anda. Selama satu jam, siapa pun yang memeriksa kartu Anda membaca NIP lengkap; setelah itu NIP disamarkan lagi dengan sendirinya.",
      "Your NIP was opened from your account. For one hour whoever checks your card reads the whole NIP; then it is masked again by itself.",
    ],
  },
  "nip-closed": {
    subject: "NIP pada Kartu ASN Virtual Anda disamarkan lagi",
    lines: [
      "NIP Anda ditutup dari akun Anda. Siapa pun yang memeriksa kartu Anda membaca NIP yang disamarkan.",
      "Your NIP was closed from your account. Whoever checks your card reads a masked NIP.",
    ],
  },
  "card-changed": {
    subject: "Kartu ASN Virtual Anda diperbarui",
    lines: [
      "Data kepegawaian Anda berubah dan Kartu ASN Virtual Anda digambar ulang secara otomatis.",
      "Your record changed and your Kartu ASN Virtual was redrawn automatically.",
    ],
  },
  "record-changed": {
    subject: "Data Kartu ASN Virtual Anda diperbarui",
    lines: [
      "Data kepegawaian Anda berubah. Status Kartu ASN Virtual Anda tetap seperti sebelumnya.",
      "Your record changed. The status of your Kartu ASN Virtual is what it was.",
    ],
  },
  "card-suspended": {
    subject: "Kartu ASN Virtual Anda ditangguhkan",
    lines: [
      "Kartu ASN Virtual Anda ditangguhkan untuk sementara.",
      "Your Kartu ASN Virtual is suspended for the time being.",
    ],
  },
  "card-ended": {
    subject: "Kartu ASN Virtual Anda berakhir",
    lines: [
      "Masa berlaku Kartu ASN Virtual Anda telah berakhir.",
      "Your Kartu ASN Virtual has ended.",
    ],
  },
  "contract-ended": {
    subject: "Kartu ASN Virtual Anda berakhir: masa kontrak",
    lines: [
      "Masa kontrak Anda berakhir, sehingga Kartu ASN Virtual Anda tidak berlaku lagi. Kartu aktif kembali setelah perpanjangan kontrak tercatat.",
      "Your contract has ended, so your Kartu ASN Virtual is no longer valid. It becomes active again once an extension is on record.",
    ],
  },
  "card-restored": {
    subject: "Kartu ASN Virtual Anda aktif kembali",
    lines: ["Kartu ASN Virtual Anda aktif kembali.", "Your Kartu ASN Virtual is active again."],
  },
  "card-begun": {
    subject: "Kartu ASN Virtual Anda mulai berlaku",
    lines: [
      "TMT Anda sudah tiba: Kartu ASN Virtual Anda berlaku mulai hari ini. Jika belum memilih foto, pilih fotonya lebih dahulu.",
      "Your TMT has come: your Kartu ASN Virtual is valid from today on. If you have not chosen a photo yet, choose one first.",
    ],
  },
  // The old address gets it too, so the new one is not in it.
  "email-changed": {
    subject: "Alamat surel Kartu ASN Virtual Anda diganti",
    lines: [
      "Alamat surel untuk Kartu ASN Virtual Anda diganti, oleh petugas kepegawaian atau dari akun Anda sendiri. Pemberitahuan ini dikirim ke alamat lama dan alamat baru. Setelah diganti oleh petugas, kode aktivasi dan atur ulang kata sandi baru dapat dikirim ke alamat baru setelah masa tunggu (biasanya 24 jam). Jika bukan Anda yang meminta, segera hubungi BKPSDM instansi Anda.",
      "The e-mail address of your Kartu ASN Virtual was changed, by a personnel officer or from your own account. This notice goes to the old and the new address. After a change by an officer the new address receives activation and reset codes only after a waiting time (usually 24 hours). If you did not ask for this, contact the BKPSDM of your agency at once.",
    ],
  },
  "roles-changed": {
    subject: "Peran dalam akun Kartu ASN Virtual Anda berubah",
    lines: [
      "Dua operator telah memberikan atau mencabut peran Anda di layanan Kartu ASN Virtual. Perubahan itu sudah berlaku.",
      "Two operators gave or withdrew a role of your account in the Kartu ASN Virtual service. The change is in effect.",
    ],
  },
  "request-approved": {
    subject: "Pengajuan dari akun Kartu ASN Virtual Anda disetujui",
    lines: [
      "Perubahan yang Anda ajukan di layanan Kartu ASN Virtual telah disetujui. Bila ada masa tunggu, perubahan itu berlaku sesudahnya.",
      "Your request for a change in the Kartu ASN Virtual service was approved. If there is a waiting time, it takes effect after that.",
    ],
  },
  "request-refused": {
    subject: "Pengajuan dari akun Kartu ASN Virtual Anda ditolak",
    lines: [
      "Perubahan yang Anda ajukan di layanan Kartu ASN Virtual ditolak. Alasannya dapat Anda baca setelah masuk.",
      "Your request for a change in the Kartu ASN Virtual service was refused. Sign in to read why.",
    ],
  },
};

const cancelsChange: readonly string[] = [
  "Hanya ingin membatalkan penggantian ini? Pakai tautan ini; akun tidak dibekukan. Tautan berlaku 7 hari dan tidak pernah meminta kata sandi atau kode.",
  "Do you only want to cancel this change? Use this link; it does not freeze the account. It works for 7 days and never asks for a password or a code.",
];

/** What stands before a link. */
export const linkTexts: Readonly<Record<LinkPurpose, readonly string[]>> = {
  freeze: [
    "Bukan Anda? Bekukan akun Anda lewat tautan ini. Tautan berlaku 7 hari dan tidak pernah meminta kata sandi atau kode.",
    "Was this not you? Freeze your account by this link. It works for 7 days and never asks for a password or a code.",
  ],
  "cancel-phone-change": cancelsChange,
  "cancel-email-change": cancelsChange,
  "cancel-mfa-reset": [
    "Bukan Anda yang memintanya? Batalkan lewat tautan ini. Tautan berlaku 7 hari dan tidak pernah meminta kata sandi atau kode.",
    "Did you not ask for this? Cancel it by this link. It works for 7 days and never asks for a password or a code.",
  ],
};

const changeClosing: readonly string[] = [
  "Jika Anda tidak mengenali perubahan ini, hubungi BKPSDM instansi Anda.",
  "If you do not recognise this change, contact the personnel office (BKPSDM) of your agency.",
];
/** Of what the reader asked for there is nothing to recognise but that. */
const requestClosing: readonly string[] = [
  "Jika Anda tidak membuat pengajuan ini, hubungi BKPSDM instansi Anda.",
  "If you did not make this request, contact the personnel office (BKPSDM) of your agency.",
];

/** What a mail ends with. */
export function mailClosing(code: NotificationCode): readonly string[] {
  return Object.hasOwn(requestNoticeTexts, code) ? requestClosing : changeClosing;
}
