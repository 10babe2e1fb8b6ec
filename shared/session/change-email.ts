/** The holder's way to another e-mail address: both factors, a code mailed to the new one, then a wait. */
import { type AskMailedCode, askMailedCode } from "#shared/account/ask-mailed-code.ts";
import { type ConfirmMailedCode, confirmMailedCode } from "#shared/account/confirm-mailed-code.ts";
import type { MailedCode, MailedCodes } from "#shared/account/mailed-code.ts";
import type { Origin } from "#shared/audit/origin.ts";
import { isEmail, isSameMailbox } from "#shared/employee/email.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { HttpRequest } from "#shared/http/http-request.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { InvalidInput, ProofRefused } from "#shared/runtime/errors.ts";
import { type ConfirmIdentity, confirmIdentity, type IdentityProof } from "./confirm-identity.ts";
import type { ContactChange } from "./contact-change.ts";
import { type LetChangeWait, letChangeWait } from "./wait-for-contact-change.ts";

/** The purpose of the code, see mailed-code.ts. */
export const newEmailPurpose = "new-email";
const purpose = newEmailPurpose;

/** How long both factors let codes of the new address be asked for and used: two of them, one after the other. */
const provenMinutes = 30;

/**
 * Asks for a code at the new address. The answer is the same when the address is somebody else's; then no mail is sent.
 * @throws InvalidInput `email-malformed`, `nothing-changed`; as confirmIdentity; TooManyAttempts
 */
export async function askNewEmail(
  dependencies: ConfirmIdentity & AskMailedCode,
  request: HttpRequest,
  {
    employee,
    email,
    proof,
  }: { readonly employee: Employee; readonly email: string; readonly proof: IdentityProof },
): Promise<void> {
  if (!isEmail(email)) throw new InvalidInput({ field: "email", code: "email-malformed" });
  if (isSameMailbox(email, employee.email))
    throw new InvalidInput({ field: "email", code: "nothing-changed" });
  await confirmIdentity(dependencies, request, { employee, proof });
  const until = dependencies.clock.now().getTime() + provenMinutes * 60_000;
  await askMailedCode(dependencies, {
    ...{ employeeId: employee.id, purpose, address: email },
    usableUntil: new Date(until).toISOString(),
  });
}

/**
 * Mails another code to the address that was given with both factors a moment ago. It does not prolong what these have opened.
 * @throws ProofRefused `mailed-code-expired` when there is none any more; TooManyAttempts
 */
export async function askNewEmailAgain(
  dependencies: AskMailedCode & { readonly codes: Pick<MailedCodes, "find"> },
  employeeId: EmployeeId,
): Promise<void> {
  const asked = await awaitedCode(dependencies, employeeId);
  if (!asked) throw new ProofRefused("mailed-code-expired");
  const { address, usableUntil } = asked;
  await askMailedCode(dependencies, { employeeId, purpose, address, usableUntil });
}

/** What was asked for at a new address whose code is awaited now. */
async function awaitedCode(
  { codes, clock }: { readonly codes: Pick<MailedCodes, "find">; readonly clock: Clock },
  employeeId: EmployeeId,
): Promise<MailedCode | undefined> {
  const asked = await codes.find({ employeeId, purpose });
  return asked && clock.now().toISOString() < asked.endsAt ? asked : undefined;
}

/**
 * Takes the code of the new address. From now on the change waits, and the old address is told, with a link that stops it.
 * @throws as confirmMailedCode
 */
export async function confirmNewEmail(
  dependencies: LetChangeWait & ConfirmMailedCode,
  {
    employeeId,
    code,
    origin,
  }: { readonly employeeId: EmployeeId; readonly code: string; readonly origin: Origin },
): Promise<ContactChange> {
  const { address } = await confirmMailedCode(dependencies, { employeeId, purpose, code });
  return await letChangeWait(dependencies, { employeeId, field: "email", to: address }, origin);
}
