/**
 * A code of eight digits that is mailed to one address for one purpose, and proves that its reader reads the mail there. It
 * replaces no password and no authenticator (decision 0037). Cognito mails the codes of resets itself (password-resets.ts).
 */
import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";

/**
 * "new-email": the holder gives an address, and shows to read it. "counter": an officer asks at the counter, the holder shows to be
 * there. "enrolment": a right password, and an authenticator that has yet to be registered.
 */
export const mailedCodePurposes = ["new-email", "counter", "enrolment"] as const;
export type MailedCodePurpose = (typeof mailedCodePurposes)[number];

/** For whom a code is, and what for: there is at most one. */
const mailedCodeKey = z.strictObject({ employeeId, purpose: z.enum(mailedCodePurposes) });
export type MailedCodeKey = Readonly<z.infer<typeof mailedCodeKey>>;

/** A message of the reset queue. It has ids only: code and address stand in no queue. */
export const mailedCodeMessage = mailedCodeKey.extend({ askId: z.string() });
export type MailedCodeMessage = Readonly<z.infer<typeof mailedCodeMessage>>;

export const mailedCode = z.object({
  employeeId,
  purpose: z.enum(mailedCodePurposes),
  /** Another one each time that a code is asked for: an older code is void. */
  askId: z.string(),
  address: z.string(),
  /** ISO instants. */
  askedAt: z.string(),
  endsAt: z.string(),
  /** Never later than this, however often a code is asked for: what was proved before the first has to be proved again. */
  usableUntil: z.string().optional(),
  /** Tried so far. */
  tries: z.int(),
  /** Of the code, see `codeHash`; absent until it is made. */
  hash: z.string().optional(),
  /** Set when the mail was sent, or never will be. */
  settled: z.literal(true).optional(),
});
export type MailedCode = Readonly<z.infer<typeof mailedCode>>;

/** How long a code may be used after it was mailed, and how long an unsent one may wait. */
export const mailedCodeMinutes = 15;
export const mailedCodeTries = 5;
/** Another code may be asked for after so many seconds. */
export const mailAgainSeconds = 60;

/** @returns eight digits, each code as likely as any other */
export function newCode(): string {
  return String(randomInt(100_000_000)).padStart(8, "0");
}

/** What is stored of a code. All codes are tried in a second, so the hash is keyed: who reads the table learns none. */
export async function codeHash(
  hmacKey: Pick<DerivedKeys, "derive">,
  { askId }: Pick<MailedCode, "askId">,
  code: string,
): Promise<string> {
  const key = await hmacKey.derive("mailed-code");
  return createHmac("sha256", key).update(`${askId} ${code}`).digest("hex");
}

export function isSameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** @param usableUntil see `mailedCode` */
export function codeEndsAt(from: Date, usableUntil?: string): string {
  const endsAt = new Date(from.getTime() + mailedCodeMinutes * 60_000).toISOString();
  return usableUntil && usableUntil < endsAt ? usableUntil : endsAt;
}

/** The codes that are asked for. Each change happens once: it answers false when the code is gone or another one was asked for. */
export interface MailedCodes {
  /** Takes the place of an older one. @returns false when that was asked for less than a minute before */
  ask(code: Omit<MailedCode, "hash" | "tries" | "settled">): Promise<boolean>;
  /** A strongly consistent read. A code that is over may still be found. */
  find(key: MailedCodeKey): Promise<MailedCode | undefined>;
  /** Stores the hash of the code that is about to be mailed, unless one is settled; one that was stored before is void. */
  keep(message: MailedCodeMessage, kept: { hash: string; endsAt: string }): Promise<boolean>;
  /** Notes that no more mails are sent for this ask. */
  settle(message: MailedCodeMessage): Promise<boolean>;
  /** Counts one try before it is made; false when none is left. */
  countTry(message: MailedCodeMessage): Promise<boolean>;
  /** Uses the code up; true for the one request that did. */
  take(message: MailedCodeMessage): Promise<boolean>;
}

/** Codes to be mailed: they are made where they are mailed (account-recovery). */
export interface CodesToMail {
  send(message: MailedCodeMessage): Promise<void>;
}
