import type { NotificationCode } from "./notification.ts";

interface MailText {
  readonly subject: string;
  readonly lines: readonly string[];
}

/**
 * What mails say, Indonesian first and English second. They name nobody and carry no link to sign in with:
 * whoever reads the mailbox learns only that something changed, and phishing has nothing to imitate (W-15).
 */
export const mailTexts: Readonly<Record<NotificationCode, MailText>> = {
  "photo-confirmed": {
    subject: "Foto Kartu ASN Virtual Anda diperbarui",
    lines: [
      "Foto pada Kartu ASN Virtual Anda telah diganti dan kartu digambar ulang.",
      "The photo on your Kartu ASN Virtual was replaced and the card was redrawn.",
    ],
  },
  "card-changed": {
    subject: "Kartu ASN Virtual Anda diperbarui",
    lines: [
      "Data kepegawaian Anda berubah dan Kartu ASN Virtual Anda digambar ulang secara otomatis.",
      "Your record changed and your Kartu ASN Virtual was redrawn by itself.",
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
  "card-restored": {
    subject: "Kartu ASN Virtual Anda aktif kembali",
    lines: ["Kartu ASN Virtual Anda aktif kembali.", "Your Kartu ASN Virtual is active again."],
  },
};

/** What every mail ends with. */
export const mailClosing: readonly string[] = [
  "Jika Anda tidak mengenali perubahan ini, hubungi BKPSDM instansi Anda.",
  "If you do not recognise this change, contact the personnel office (BKPSDM) of your agency.",
];
