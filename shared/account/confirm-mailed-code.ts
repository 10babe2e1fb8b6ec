import type { Clock } from "#shared/runtime/clock.ts";
import { ProofRefused } from "#shared/runtime/errors.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import {
  codeHash,
  isSameHash,
  type MailedCodeKey,
  type MailedCodes,
  mailedCodeTries,
} from "./mailed-code.ts";

export interface ConfirmMailedCode {
  readonly codes: Pick<MailedCodes, "find" | "countTry" | "take">;
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  readonly clock: Clock;
}

/**
 * Checks a code that was mailed, and uses it up.
 * @returns the address it was mailed to: its reader gave the code
 * @throws ProofRefused `mailed-code-refused` (may be tried again), `too-many-codes` after five wrong ones, `mailed-code-expired`
 * when it is too late, used, or none was asked for
 */
export async function confirmMailedCode(
  { codes, hmacKey, clock }: ConfirmMailedCode,
  { code, ...key }: MailedCodeKey & { readonly code: string },
): Promise<{ readonly address: string }> {
  const asked = await codes.find(key);
  if (!asked || clock.now().toISOString() >= asked.endsAt)
    throw new ProofRefused("mailed-code-expired");
  const { employeeId, purpose, askId, address } = asked;
  const one = { employeeId, purpose, askId };
  if (!(await codes.countTry(one)))
    throw new ProofRefused(
      asked.tries >= mailedCodeTries ? "too-many-codes" : "mailed-code-expired",
    );
  const hash = await codeHash(hmacKey, asked, code);
  if (!asked.hash || !isSameHash(hash, asked.hash)) throw new ProofRefused("mailed-code-refused");
  if (!(await codes.take(one))) throw new ProofRefused("mailed-code-expired");
  return { address };
}
