/** What a recovery code looks like, for the server and the pages. */

/** Without I, L, O, U: see shared/runtime/ids.ts. */
export const recoveryAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const recoverySymbols = 12;

/** Whether it can be a code at all: other texts need no hash and no try. */
export function isRecoveryCode(typed: string): boolean {
  const text = normalRecoveryCode(typed);
  return text.length === recoverySymbols && [...text].every((it) => recoveryAlphabet.includes(it));
}

/** As it is hashed: capitals, without blanks and dashes; O, I and L are the digits they look like, which no code has as letters. */
export function normalRecoveryCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}._]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
}
