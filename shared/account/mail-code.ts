import { isSameMailbox } from "#shared/employee/email.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { MailAnswer, Mailer } from "#shared/mail/mail.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import { codeMail } from "./code-mail.ts";
import {
  codeEndsAt,
  codeHash,
  type MailedCode,
  type MailedCodeMessage,
  type MailedCodes,
  newCode,
} from "./mailed-code.ts";

export interface MailCode {
  readonly codes: Pick<MailedCodes, "find" | "keep" | "settle">;
  readonly employees: Pick<Employees, "findByEmail">;
  readonly mailer: Mailer;
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  readonly clock: Clock;
  /** Waits until one more code may be mailed: they share SES with the codes of resets. */
  readonly turn: () => Promise<void>;
}

/** How it ended. Only our log gets it. */
export type MailedCodeOutcome =
  | MailAnswer
  /** Another code was asked for meanwhile, or this one was mailed before. */
  | "over"
  /** It waited so long that nobody waits for it any more. */
  | "overdue"
  /** The address belongs to somebody else, who gets no mails about other people. Who asked is not told. */
  | "address-taken";

/**
 * Makes the code that was asked for, stores its hash and mails it. So the code exists in the mail alone, and no queue has it. If the
 * function ends before the mail is settled, the message comes again and a second code is mailed: the newest counts.
 * @throws Busy, and whatever may work later
 */
export async function mailCode(
  dependencies: MailCode,
  message: MailedCodeMessage,
): Promise<MailedCodeOutcome> {
  const { codes, clock, turn } = dependencies;
  const asked = await codes.find(message);
  if (asked?.askId !== message.askId || asked.settled) return "over";
  if (clock.now().toISOString() >= asked.endsAt) return "overdue";
  await turn();
  const outcome = await send(dependencies, asked);
  await codes.settle(message);
  return outcome;
}

/** A code is made also where none is mailed, so that a typed one is refused in the same way. */
async function send(
  { codes, employees, mailer, hmacKey, clock }: MailCode,
  asked: MailedCode,
): Promise<MailedCodeOutcome> {
  const { employeeId, purpose, askId, address, usableUntil } = asked;
  const code = newCode();
  const hash = await codeHash(hmacKey, asked, code);
  const message = { employeeId, purpose, askId };
  const endsAt = codeEndsAt(clock.now(), usableUntil);
  const isKept = await codes.keep(message, { hash, endsAt });
  if (!isKept) return "over";
  const owner = await employees.findByEmail(address);
  const isElsewhere = owner && owner.id !== employeeId && isSameMailbox(owner.email, address);
  return isElsewhere ? "address-taken" : await mailer.deliver(address, codeMail(purpose, code));
}
