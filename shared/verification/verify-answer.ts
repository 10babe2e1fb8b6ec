/** What somebody who scans a card asks, and what the answer has. */
import * as z from "zod";
import { captchaAnswer } from "#shared/captcha/captcha.ts";
import { pass, passAnswer } from "#shared/captcha/pass.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { suspicions } from "#shared/suspect-card/suspicions.ts";

const captcha = z.union([captchaAnswer, passAnswer]);

/**
 * What somebody has of a card: its QR's token, or the two numbers that stand on it. Any text may be asked about; a text that is
 * no token, or no number, is answered as an unknown one.
 */
export const verifyRequest = z.union([
  z.strictObject({ token: z.string(), captcha }),
  z.strictObject({ serial: z.string(), checkCode: z.string(), captcha }),
]);
export type VerifyRequest = z.infer<typeof verifyRequest>;

export const verifyAnswer = z.strictObject({
  /** sah · belum berlaku · ditangguhkan · berakhir · diganti · tidak dikenal · contoh; of a paper: terdaftar · dicabut */
  result: z.enum([
    "valid",
    "upcoming",
    "suspended",
    "ended",
    "superseded",
    "unknown",
    "specimen",
    "document",
    "document-revoked",
  ]),
  checkedAt: z.iso.datetime(),
  /** The official address as printed on the back of cards, "kartu-asn.example", so that people compare it with the page's own. */
  site: z.string(),
  /** At most the seven items of SE BKN 16/2022, NIP masked unless its holder has opened it for an hour; only for "valid". */
  card: z
    .strictObject({
      name: z.string(),
      nip: z.string(),
      tmt: z.iso.date(),
      instansi: z.string(),
      employment: z.enum(employeeKinds),
      serial: z.string(),
      issuedOn: z.iso.date(),
      /** The photo as a data address: WebP of at most 12 KB. */
      photo: z.string(),
    })
    .exactOptional(),
  /** Of a paper that this product has drawn: never what it says, and of whom it is about initials alone (decisions 0086, 0099). */
  document: z
    .strictObject({
      kind: z.string(),
      number: z.string(),
      subject: z.string(),
      /** Of whom it is about, as printed. */
      initials: z.string().exactOptional(),
      /** In which post and form it was signed, of which agency. */
      signer: z.string().exactOptional(),
      issuedAt: z.iso.datetime(),
      revokedAt: z.iso.datetime().exactOptional(),
    })
    .exactOptional(),
  /** In place of the next check's captcha; absent after an unknown card, and while many answers come from this network. */
  pass: pass.exactOptional(),
  /** Of a known card that was checked by a captcha, for ten minutes: what `POST /api/verify/report` asks for. A pass brings none. */
  report: z.string().exactOptional(),
});
export type VerifyAnswer = z.infer<typeof verifyAnswer>;

/** The `report` of an answer: the photo that it showed is another person's, or what else is wrong with the card. No words, so none about anybody. */
export const reportRequest = z.strictObject({
  mark: z.string().max(400),
  cause: z.enum(suspicions).exactOptional(),
});
export type ReportRequest = z.infer<typeof reportRequest>;
