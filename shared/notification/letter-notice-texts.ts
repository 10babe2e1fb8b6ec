import type { letterNotices } from "#shared/audit/account-actions.ts";
import type { Mail } from "#shared/mail/mail.ts";

/** The texts of notices about letters; as `mailTexts`. What a letter says stands behind the login. */
export const letterNoticeTexts: Readonly<Record<(typeof letterNotices)[number], Mail>> = {
  "letter-waiting": {
    subject: "Surat menunggu tanda tangan di akun Kartu ASN Virtual Anda",
    lines: [
      "Sebuah naskah dinas menunggu tanda tangan dari jabatan tempat Anda bertindak. Masuk, lalu lihat «Menunggu keputusan saya».",
      "An official letter waits for your signature in a post in which you act. Sign in and look at “Waits for my decision”.",
    ],
  },
  "letter-signed": {
    subject: "Surat tentang Anda ada di akun Kartu ASN Virtual Anda",
    lines: [
      "Sebuah surat tentang Anda sudah ditandatangani. Masuk, lalu baca dan unduh di «Surat saya».",
      "A letter about you has been signed. Sign in, then read and download it at “My letters” in your account.",
    ],
  },
  "letter-ended": {
    subject: "Surat di akun Kartu ASN Virtual Anda dicabut atau tidak diterbitkan",
    lines: [
      "Sebuah surat tentang Anda dicabut, atau surat yang Anda minta tidak diterbitkan. Masuk, lalu lihat «Surat saya»; jika keliru, hubungi bagian kepegawaian instansi Anda.",
      "A letter about you was withdrawn, or one that you asked for will not be given. Sign in and look at “My letters”; if this is wrong, ask the personnel office of your agency.",
    ],
  },
};
