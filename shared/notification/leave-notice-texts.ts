import type { leaveNotices } from "#shared/audit/account-actions.ts";
import type { Mail } from "#shared/mail/mail.ts";

/** The texts of notices about leave; as `mailTexts`. Days and kinds stand behind the login. */
export const leaveNoticeTexts: Readonly<Record<(typeof leaveNotices)[number], Mail>> = {
  "cltn-ends-soon": {
    subject: "CLTN pada Kartu ASN Virtual Anda segera berakhir",
    lines: [
      "Cuti di luar tanggungan negara (CLTN) Anda berakhir dalam tiga bulan atau kurang. Ajukan perpanjangan, atau siapkan laporan tertulis ke instansi Anda paling lambat satu bulan setelah cuti berakhir. Kartu aktif lagi hanya dengan keputusan pengaktifan kembali. Harinya dapat Anda baca di «Cuti» setelah masuk.",
      "Your unpaid leave (CLTN) ends in three months or less. Ask for an extension, or prepare your written report to your agency within one month of its end. Only a decision to reactivate makes the card valid again. Sign in and read the day under “Leave”.",
    ],
  },
  "cltn-over": {
    subject: "CLTN pada Kartu ASN Virtual Anda sudah berakhir: laporkan diri",
    lines: [
      "Hari terakhir cuti di luar tanggungan negara (CLTN) Anda sudah lewat. Laporkan diri secara tertulis ke instansi Anda paling lambat satu bulan setelah hari itu; siapa yang tidak melapor diberhentikan dengan hormat (Peraturan BKN 24/2017). Kartu tetap ditangguhkan sampai ada keputusan pengaktifan kembali.",
      "The last day of your unpaid leave (CLTN) has passed. Report to your agency in writing within one month of it; who does not report is dismissed with honour (Peraturan BKN 24/2017). The card stays suspended until there is a decision to reactivate.",
    ],
  },
  "leave-changed": {
    subject: "Hari cuti di akun Kartu ASN Virtual Anda berubah",
    lines: [
      "Hari yang dihitung dari cuti Anda berubah: ada hari libur atau cuti bersama yang ditetapkan kemudian, Anda dipanggil kembali bekerja, atau petugas membetulkan sisanya. Masuk, lalu lihat «Cuti».",
      "The days that your leave takes have changed: a holiday or cuti bersama was declared later, you were called back to work, or an officer corrected what is left. Sign in and look at “Leave”.",
    ],
  },
  "leave-waiting": {
    subject: "Cuti menunggu di akun Kartu ASN Virtual Anda",
    lines: [
      "Sebuah permintaan cuti menunggu pertimbangan atau keputusan dari jabatan tempat Anda bertindak. Masuk, lalu lihat «Menunggu keputusan saya».",
      "A request for leave waits for your opinion or decision in a post in which you act. Sign in and look at “Waits for my decision”.",
    ],
  },
};
