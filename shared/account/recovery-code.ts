/**
 * Recovery codes: ten of an account, made with its authenticator and shown once. A right password and one of them delete the
 * authenticator, so that another one can be registered; a code never signs anybody in (decision 0033).
 */
import { randomBytes, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { normalRecoveryCode, recoveryAlphabet, recoverySymbols } from "./recovery-code-shape.ts";

const group = 4;
const recoveryCodeCount = 10;

/**
 * A code has 60 random bits. It is fewer than the 112 from which a plain hash is enough, so it is stored as passwords are
 * (NIST SP 800-63B, «Look-Up Secret Verifiers»; ASVS 5.0, 6.5.2).
 */
const cost = { N: 2 ** 14, r: 8, p: 1 };
const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt);
const saltBytes = 16;
const hashBytes = 32;

/** What is stored of an account's codes that were not used. */
export interface RecoveryHashes {
  /** Base64url, the same for all ten, so that a typed code is hashed once. */
  readonly salt: string;
  readonly hashes: readonly string[];
}

/** @returns ten new codes as people write them, "7Q2M-K9XD-40TP", and what is stored of them */
export async function newRecoveryCodes(): Promise<{
  readonly codes: readonly string[];
  readonly stored: RecoveryHashes;
}> {
  const salt = randomBytes(saltBytes).toString("base64url");
  const codes = Array.from({ length: recoveryCodeCount }, newCode);
  const hashes: string[] = [];
  // One after the other: each needs 16 MiB for a moment.
  for (const code of codes) hashes.push(await hashRecoveryCode(code, salt));
  return { codes, stored: { salt, hashes } };
}

/** @param code as it was typed, or written by us @param salt base64url */
export async function hashRecoveryCode(code: string, salt: string): Promise<string> {
  const bytes = await derive(
    normalRecoveryCode(code),
    Buffer.from(salt, "base64url"),
    hashBytes,
    cost,
  );
  return bytes.toString("base64url");
}

function newCode(): string {
  const text = [...randomBytes(recoverySymbols)]
    .map((byte) => recoveryAlphabet[byte % recoveryAlphabet.length])
    .join("");
  return (text.match(new RegExp(`.{${group}}`, "g")) ?? []).join("-");
}
