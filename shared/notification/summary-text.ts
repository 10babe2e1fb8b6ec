import type { Mail } from "#shared/mail/mail.ts";

/** What stands before the notices of a summary; as `mailTexts`. */
export const summaryText: Mail = {
  subject: "Ringkasan pemberitahuan Kartu ASN Virtual Anda",
  lines: [
    "Ini pemberitahuan yang tidak dikirim satu per satu. Semuanya juga ada di halaman kartu setelah masuk.",
    "These are notices that were not mailed one by one. All of them also stand below your card once you sign in.",
  ],
};

/** What a summary ends with. */
export const summaryClosing: readonly string[] = [
  "Kapan surel dikirim dapat Anda atur setelah masuk, di «Akun». Surel tentang keamanan akun selalu dikirim segera. Jika ada yang tidak Anda kenali, hubungi BKPSDM instansi Anda.",
  "Sign in to choose when mails are sent, in “Account”. Mails about the security of your account are always sent at once. If you do not recognise something, contact the personnel office (BKPSDM) of your agency.",
];
