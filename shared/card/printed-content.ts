import type { Employee } from "#shared/employee/employee.ts";
import type { CardTokens, CheckCodes } from "./card.ts";
import { type CardContent, contentOf, type Issue } from "./card-content.ts";
import { qrText } from "./card-token.ts";
import { contentHash } from "./content-hash.ts";
import type { Look } from "./design/look.ts";

export interface PrintedContent {
  /** What the QR holds. */
  readonly token: string;
  readonly checkCode: string;
  readonly content: CardContent;
}

/**
 * The content of an issued card. Token and Kode Periksa are the same each time.
 * @param issued its number, and its Kode Periksa if that is known
 * @param signedDigits of a card that is signed
 */
export async function printedContent(
  {
    tokens,
    checkCodes,
    siteUrl,
  }: {
    readonly tokens: Pick<CardTokens, "token">;
    readonly checkCodes: Pick<CheckCodes, "code">;
    readonly siteUrl: string;
  },
  employee: Employee,
  { serial, issuedOn, checkCode: known }: Issue & { readonly checkCode?: string | undefined },
  look: Look,
  signedDigits?: string,
): Promise<PrintedContent> {
  const hash = contentHash(employee);
  const [token, checkCode] = await Promise.all([
    tokens.token(hash),
    known ?? checkCodes.code({ serial, contentHash: hash }),
  ]);
  const printed = { serial, issuedOn, checkCode };
  const content = contentOf(employee, {
    issue: printed,
    look,
    qr: qrText(siteUrl, token),
    signedDigits,
    siteUrl,
  });
  return { token, checkCode, content };
}
