import { canHoldCard } from "#shared/card/can-hold-card.ts";
import type { Cards, CardToken } from "#shared/card/card.ts";
import { isSpecimen, numbersHash, parseToken, tokenHash } from "#shared/card/card-token.ts";
import { contentHash } from "#shared/card/content-hash.ts";
import { type CardNumbers, parseCheckCode, parseSerial } from "#shared/card/printed-numbers.ts";
import type { ScanResult } from "#shared/card/scan.ts";
import { cardStatus, type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { groupNip, maskNip } from "#shared/employee/nip.ts";
import { nipOpenUntil } from "#shared/employee/open-nip.ts";
import { type ConfirmedPhoto, confirmedPhoto } from "#shared/photo/photo-digest.ts";
import type { PhotoFiles } from "#shared/photo/photo-files.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { VerifyAnswer } from "./verify-answer.ts";

/** An id that nobody has. It is read when there is no token, so that both kinds of request do the same work. */
const nobody: EmployeeId = "emp_nobody";

/** What somebody has of a card: its QR's token, or its two numbers. Any text. */
export type AskedCard = { readonly token: string } | CardNumbers;

/** What is known of a card before anything of it is told. */
export interface LookedUp {
  readonly result: ScanResult | "unknown" | "specimen";
  readonly checkedAt: string;
  /** Whose card it is; undefined for unknown ones and specimens. */
  readonly employee?: Employee;
  /** What a valid card shows. */
  readonly shown?: { readonly token: CardToken; readonly photo: ConfirmedPhoto };
}

/**
 * Whether a card is valid now. The record decides, never the card, so that a revocation counts at once.
 * Two reads of tables, no write, no call to KMS or Cognito; unknown and malformed tokens are alike.
 *
 * Captchas limit the attempts. There is no limit for each token: anybody who has seen a card could use it up, and its holder
 * could no longer be verified.
 */
export async function lookUpCard(
  {
    cards,
    employees,
    clock,
  }: {
    cards: Pick<Cards, "findToken">;
    employees: Pick<Employees, "find">;
    clock: Clock;
  },
  asked: AskedCard,
): Promise<LookedUp> {
  const now = clock.now();
  const checkedAt = now.toISOString();
  // Everybody may know that a specimen belongs to nobody, so the answer comes without a read.
  if ("token" in asked && isSpecimen(asked.token)) return { result: "specimen", checkedAt };
  const token = await cards.findToken(hashOf(asked));
  const employee = await employees.find(token?.employeeId ?? nobody);
  if (!token || !employee) return { result: "unknown", checkedAt };
  return { ...stateOf(employee, token, now), checkedAt, employee };
}

/** What the card is found by; a hash that nothing has where the text can be none. */
function hashOf(asked: AskedCard): string {
  if ("token" in asked) return tokenHash(parseToken(asked.token) ?? "");
  const [serial, checkCode] = [parseSerial(asked.serial), parseCheckCode(asked.checkCode)];
  return serial && checkCode ? numbersHash({ serial, checkCode }) : tokenHash("");
}

function stateOf(
  employee: Employee,
  token: CardToken,
  now: Date,
): { readonly result: ScanResult } & Pick<LookedUp, "shown"> {
  const result = resultOf(employee, token.contentHash, now);
  if (result !== "valid" || !canHoldCard(employee, now)) return { result };
  return { result, shown: { token, photo: confirmedPhoto(employee) } };
}

/** What a record says of one of its person's cards, online (`lookUpCard`) and in the status list alike. */
export function resultOf(employee: Employee, ofCard: string, now: Date): ScanResult {
  // The person has another record, whose card is the valid one.
  if (employee.joinedInto) return "superseded";
  const status = cardStatus(employee, now);
  // The reason of a suspension is never told, because discipline is sensitive (UU 27/2022).
  if (status !== "active") return status;
  // Its photo was taken away: no newer card is there that could be asked for.
  if (!canHoldCard(employee, now)) return "suspended";
  if (ofCard !== contentHash(employee)) return "superseded";
  // Its holder paused it. As of any suspension, why is never told.
  return employee.qrPausedAt === undefined ? "valid" : "suspended";
}

/** The answer to who asked. Of a valid card it reads the photo. */
export async function tellCard(
  { photos }: { readonly photos: Pick<PhotoFiles, "readAsAddress"> },
  { result, checkedAt, employee, shown }: LookedUp,
): Promise<Omit<VerifyAnswer, "site">> {
  if (!employee || !shown) return { result, checkedAt };
  // Without the confirmed photo there is no answer: «valid» beside another face would help the person who put it there.
  const photo = await photos.readAsAddress(shown.photo);
  return { result, checkedAt, card: cardItems({ employee, token: shown.token, photo, checkedAt }) };
}

/** Only the seven items of SE BKN 16/2022 and the photo; the number is masked unless its holder has opened it. */
function cardItems({
  employee,
  token: { serial, issuedOn },
  photo,
  checkedAt,
}: {
  readonly employee: Employee;
  readonly token: CardToken;
  readonly photo: string;
  readonly checkedAt: string;
}): NonNullable<VerifyAnswer["card"]> {
  const isOpen = nipOpenUntil(employee, new Date(checkedAt)) !== undefined;
  return {
    name: fullName(employee),
    nip: isOpen ? groupNip(employee.nip) : maskNip(employee.nip),
    tmt: employee.tmt,
    instansi: employee.instansi,
    employment: employee.kind,
    serial,
    issuedOn,
    photo,
  };
}
