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

/** An id that nobody has. It is read when there is no token, so that both kinds of request do the same work. */
const nobody: EmployeeId = "emp_nobody";

/**
 * Whether a card is valid now. The record decides, never the card, so that a revocation counts at once.
 * Two reads of tables and one of a photo, no write, no call to KMS or Cognito; unknown and malformed tokens are alike.
 *
 * Captchas limit the attempts. There is no limit for each token: anybody who has seen a card could use it up, and its holder
 * could no longer be verified.
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
  // Everybody may know that a specimen belongs to nobody, so the answer comes without a read.
  if (isSpecimen(text)) return { result: "specimen", checkedAt };
  const token = await cards.findToken(tokenHash(parseToken(text) ?? ""));
  const employee = await employees.find(token?.employeeId ?? nobody);
  if (!token || !employee) return { result: "unknown", checkedAt };
  // The person has another record, whose card is the valid one.
  if (employee.joinedInto) return { result: "superseded", checkedAt };
  const status = cardStatus(employee, now);
  // The reason of a suspension is never told, because discipline is sensitive (UU 27/2022).
  if (status !== "active") return { result: status, checkedAt };
  // The photo is a part of the hash, so a card without one was never issued.
  if (!canHoldCard(employee, now) || token.contentHash !== contentHash(employee))
    return { result: "superseded", checkedAt };
  // Without the confirmed photo there is no answer: «valid» beside another face would help the person who put it there.
  const photo = await photos.readAsAddress(confirmedPhoto(employee));
  return { result: "valid", checkedAt, card: cardItems(employee, token, photo) };
}

/** Only the seven items of SE BKN 16/2022 and the photo; the number is masked. */
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
