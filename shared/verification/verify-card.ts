import { canHoldCard } from "#shared/card/can-hold-card.ts";
import type { Cards, CardToken } from "#shared/card/card.ts";
import { isSpecimen, parseToken, tokenHash } from "#shared/card/card-token.ts";
import { contentHash } from "#shared/card/content-hash.ts";
import { cardStatus, type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { maskNip } from "#shared/employee/nip.ts";
import { confirmedPhoto } from "#shared/photo/photo-digest.ts";
import type { PhotoFiles } from "#shared/photo/photo-files.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { VerifyAnswer } from "./verify-answer.ts";

/** Nobody's: read in place of the record when there is no token, so that both kinds of request do the same work. */
const nobody: EmployeeId = "emp_nobody";

/**
 * Whether a card is valid now, asked of the record and never of the card: what was revoked is revoked at once.
 * Two reads of tables and one of a photo, no write, no call to KMS or Cognito; unknown and malformed tokens are alike.
 *
 * Attempts are limited where captchas are issued and not per token: anybody who has seen a card could use such a limit
 * up, and its holder could no longer be verified.
 */
export async function verifyCard(
  {
    cards,
    employees,
    photos,
    clock,
  }: {
    cards: Pick<Cards, "findToken">;
    employees: Pick<Employees, "find">;
    photos: Pick<PhotoFiles, "readAsAddress">;
    clock: Clock;
  },
  text: string,
): Promise<Omit<VerifyAnswer, "site">> {
  const now = clock.now();
  const checkedAt = now.toISOString();
  // Everybody may know that it is nobody's: there is nothing to look up, and no difference in time to hide.
  if (isSpecimen(text)) return { result: "specimen", checkedAt };
  const token = await cards.findToken(tokenHash(parseToken(text) ?? ""));
  const employee = await employees.find(token?.employeeId ?? nobody);
  if (!token || !employee) return { result: "unknown", checkedAt };
  const status = cardStatus(employee, now);
  // Why a card is suspended is never told: discipline is sensitive (UU 27/2022).
  if (status !== "active") return { result: status, checkedAt };
  // The photo is part of the hash: a card without one was never issued.
  if (!canHoldCard(employee, now) || token.contentHash !== contentHash(employee))
    return { result: "superseded", checkedAt };
  // Without the photo that was confirmed there is no answer: «valid» beside another face would help whoever put it there.
  const photo = await photos.readAsAddress(confirmedPhoto(employee));
  return { result: "valid", checkedAt, card: cardItems(employee, token, photo) };
}

/** The seven items of SE BKN 16/2022 and the photo, nothing else; the number masked. */
function cardItems(
  employee: Employee,
  { serial, issuedOn }: CardToken,
  photo: string,
): NonNullable<VerifyAnswer["card"]> {
  return {
    name: fullName(employee),
    nip: maskNip(employee.nip),
    tmt: employee.tmt,
    instansi: employee.instansi,
    employment: employee.kind,
    serial,
    issuedOn,
    photo,
  };
}
