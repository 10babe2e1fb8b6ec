import type { Employee } from "#shared/employee/employee.ts";
import type { CardTokens, CheckCodes } from "./card.ts";
import { type CardContent, contentOf, type Issue } from "./card-content.ts";
import { qrText } from "./card-token.ts";
import { contentHash } from "./content-hash.ts";
import type { Look } from "./design/look.ts";
import type { TokenSeals } from "./token-seals.ts";

export interface PrintCard {
  readonly tokens: Pick<CardTokens, "token">;
  readonly tokenSeals: Pick<TokenSeals, "open" | "seal">;
  readonly checkCodes: Pick<CheckCodes, "code">;
  readonly siteUrl: string;
}

/** What is known of an issued card: its Kode Periksa and its token where its pointer says them. */
type Issued = Issue & {
  readonly checkCode?: string | undefined;
  readonly sealedToken?: string | undefined;
};

export interface PrintedContent {
  /** What the QR holds. */
  readonly token: string;
  /** The token as it may lie in a table. */
  readonly sealedToken: string;
  readonly checkCode: string;
  readonly content: CardContent;
}

/**
 * The content of an issued card. Token and Kode Periksa are the same each time.
 * @param issued its number, and what its pointer says of this content
 * @param signedDigits of a card that is signed
 */
export async function printedContent(
  dependencies: PrintCard,
  employee: Employee,
  { serial, issuedOn, checkCode: known, sealedToken: sealed }: Issued,
  look: Look,
  signedDigits?: string,
): Promise<PrintedContent> {
  const { checkCodes, siteUrl } = dependencies;
  const hash = contentHash(employee);
  const [{ token, sealedToken }, checkCode] = await Promise.all([
    tokenOf(dependencies, hash, sealed),
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
  return { token, sealedToken, checkCode, content };
}

/** The token that lies with the card; a new MAC where there is none, or it does not open. */
async function tokenOf(
  { tokens, tokenSeals }: Pick<PrintCard, "tokens" | "tokenSeals">,
  hash: string,
  sealed: string | undefined,
): Promise<Pick<PrintedContent, "token" | "sealedToken">> {
  const kept = sealed && (await tokenSeals.open(hash, sealed));
  if (kept) return { token: kept, sealedToken: sealed };
  const token = await tokens.token(hash);
  return { token, sealedToken: await tokenSeals.seal(hash, token) };
}
