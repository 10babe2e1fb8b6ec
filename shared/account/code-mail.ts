import type { Mail } from "#shared/mail/mail.ts";
import { type MailedCodePurpose, mailedCodeMinutes } from "./mailed-code.ts";

/** What the code is for, and who may get it, Indonesian first. */
const texts: Readonly<Record<MailedCodePurpose | "campaign", Mail>> = {
  campaign: {
    subject: "Kode untuk formulir pemutakhiran data",
    lines: [
      "Seseorang mengisi alamat ini di formulir pemutakhiran data Kartu ASN Virtual. Jika itu Anda, ketik kode ini di halaman formulir. Jangan berikan kode ini kepada siapa pun, termasuk petugas. Jika bukan Anda, abaikan surel ini.",
      "Someone typed this address in the data update form of Kartu ASN Virtual. If it was you, type this code on the page of the form. Do not give it to anyone, not even to an officer. If it was not you, ignore this mail.",
    ],
  },
  "new-email": {
    subject: "Kode untuk alamat surel baru Anda",
    lines: [
      "Seseorang ingin memakai alamat ini untuk akun Kartu ASN Virtual. Jika itu Anda, ketik kode ini di halaman Akun. Jangan berikan kode ini kepada siapa pun, termasuk petugas. Jika bukan Anda, abaikan surel ini.",
      "Someone wants to use this address for an account of Kartu ASN Virtual. If it is you, type this code on the Account page. Do not give it to anyone, not even to an officer. If it is not you, ignore this mail.",
    ],
  },
  counter: {
    subject: "Kode untuk petugas di loket",
    lines: [
      "Petugas mengajukan reset autentikator Anda. Berikan kode ini hanya jika Anda sedang berada di loket, kepada petugas di depan Anda. Jika tidak, jangan berikan kode ini kepada siapa pun dan hubungi BKPSDM instansi Anda.",
      "An officer asks to reset your authenticator. Give this code only while you are at the counter, to the officer in front of you. Otherwise give it to no one, and contact the personnel office (BKPSDM) of your agency.",
    ],
  },
  enrolment: {
    subject: "Kode untuk mendaftarkan autentikator",
    lines: [
      "Kata sandi Anda baru saja dipakai untuk masuk ke Kartu ASN Virtual, dan autentikator baru akan didaftarkan. Jangan berikan kode ini kepada siapa pun, termasuk petugas. Jika bukan Anda, segera ganti kata sandi Anda lewat «Lupa Password / Aktivasi».",
      "Your password was just used to sign in to Kartu ASN Virtual, and a new authenticator is about to be registered. Do not give this code to anyone, not even to an officer. If it was not you, change your password at once through “Forgotten password / activation”.",
    ],
  },
};

/** The mail with a code. It has no link, as all our mails with codes have none. */
export function codeMail(purpose: MailedCodePurpose | "campaign", code: string): Mail {
  const { subject, lines } = texts[purpose];
  const [indonesian = "", english = ""] = lines;
  return {
    subject,
    lines: [
      `Kode Anda: ${code}`,
      "",
      `${indonesian} Kode berlaku ${mailedCodeMinutes} menit.`,
      "",
      `Your code: ${code}`,
      "",
      `${english} It is valid for ${mailedCodeMinutes} minutes.`,
    ],
  };
}
