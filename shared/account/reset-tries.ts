/** Who is counted when the mailed code of a reset is tried (decision 0011). */
import { createHash } from "node:crypto";
import { mailboxOf } from "#shared/employee/email.ts";
import type { Nip } from "#shared/employee/nip.ts";

/** What is remembered of an address that a code was asked for: the same for each way to write one mailbox. */
export function addressHash(email: string): string {
  return createHash("sha256").update(mailboxOf(email)).digest("hex");
}

/**
 * Number and e-mail together, as they were typed.
 * @param askedFor `addressHash` of the e-mail; absent before one was given
 */
export function triesOf(nip: Nip, askedFor = ""): string {
  return `${nip} ${askedFor}`;
}
