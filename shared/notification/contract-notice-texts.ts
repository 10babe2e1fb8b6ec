import type { contractWarnings } from "#shared/audit/account-actions.ts";
import type { Mail } from "#shared/mail/mail.ts";
import { keyed } from "#shared/runtime/keyed.ts";

const days = { "contract-ends-in-90": 90, "contract-ends-in-30": 30, "contract-ends-in-7": 7 };

/** The texts of warnings of the own contract's end; as `mailTexts`. The day itself stands behind the login. */
export const contractNoticeTexts: Readonly<Record<(typeof contractWarnings)[number], Mail>> = keyed(
  ["contract-ends-in-90", "contract-ends-in-30", "contract-ends-in-7"],
  (code) => ({
    subject: `Kontrak pada Kartu ASN Virtual Anda berakhir dalam ${days[code]} hari`,
    lines: [
      `Perjanjian kerja Anda menurut data kepegawaian berakhir dalam ${days[code]} hari atau kurang. Tanggalnya dapat Anda baca pada kartu setelah masuk. Setelah hari itu kartu tidak berlaku, sampai perpanjangan tercatat. Jika kontrak Anda sudah diperpanjang, hubungi BKPSDM instansi Anda agar data diperbarui.`,
      `By your personnel record your contract ends in ${days[code]} days or less. Sign in to read the day on your card. After it the card is not valid until an extension is on record. If your contract was extended already, ask the personnel office (BKPSDM) of your agency to update the record.`,
    ],
  }),
);
