import type { ChallengeBinding } from "#shared/captcha/challenge-token.ts";
import {
  issuePass,
  type PassesLeft,
  passesAfterCaptcha,
  redeemPass,
} from "#shared/captcha/pass.ts";
import { redeemCaptcha } from "#shared/captcha/redeem-captcha.ts";
import type { FindUse, UsedFor } from "#shared/captcha/work-challenge.ts";
import { recordOf, type ScanWay } from "#shared/card/scan.ts";
import type { Document } from "#shared/document/document.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { sealMark } from "./report-mark.ts";
import type { VerifyAnswer, VerifyRequest } from "./verify-answer.ts";
import { type LookedUp, lookUpCard, tellCard } from "./verify-card.ts";
import { documentAsked, lookUpDocument, tellDocument } from "./verify-document.ts";

type Dependencies = Parameters<typeof redeemCaptcha>[0] &
  Parameters<typeof lookUpDocument>[0] &
  Parameters<typeof lookUpCard>[0] &
  Parameters<typeof tellCard>[0];

export interface Check {
  readonly asked: VerifyRequest;
  /** Of whoever asks. */
  readonly network: string;
  /** Province or state of whoever asks, as CloudFront says. */
  readonly region: string | undefined;
}

/**
 * Answers somebody who scanned a card, or typed its numbers, and solved a captcha. The used captcha is the scan's record, so both
 * are one write; a card that is not known, and a specimen, leave none. The answer brings a pass in place of the next captcha.
 * @throws InvalidInput `captcha-refused`, before anything of the card was told
 */
export async function checkCard(
  api: Dependencies,
  { asked, network, region }: Check,
): Promise<Omit<VerifyAnswer, "site">> {
  const binding = { purpose: "verify", network } as const;
  const paper = documentAsked(asked);
  if (paper !== undefined) return await checkDocument(api, binding, asked, paper);
  let looked: LookedUp | undefined;
  const left = await redeem(api, binding, asked.captcha, async (id) => {
    looked = await lookUpCard(api, asked);
    return scanOf(looked, { id, region, way: "token" in asked ? "qr" : "numbers" });
  });
  if (!looked) throw new InvalidInput({ field: "captcha", code: "captcha-refused" });
  // Each guess costs a captcha: only a card that is known is followed by another check without one.
  const next = looked.result !== "unknown" && left && (await issuePass(api, binding, left));
  const told = await tellCard(api, looked);
  const report = "pass" in asked.captcha ? {} : await reportOf(api, looked);
  return { ...told, ...report, ...(next && { pass: next }) };
}

/** As a card, but it is nobody's scan: a paper has no holder who is told. */
async function checkDocument(
  api: Dependencies,
  binding: ChallengeBinding,
  { captcha }: VerifyRequest,
  token: string,
): Promise<Omit<VerifyAnswer, "site">> {
  let found: Document | undefined;
  const left = await redeem(api, binding, captcha, async () => {
    found = await lookUpDocument(api, token);
    return undefined;
  });
  const next = found && left && (await issuePass(api, binding, left));
  const told = tellDocument(found, api.clock.now().toISOString());
  return { ...told, ...(next && { pass: next }) };
}

/**
 * Only who has checked a card by a captcha can say that something is wrong with it or its photo: passes open checks alone, or a script would
 * report 21 photos for one. One mark is good for the photo and each cause of a suspicion, four words in all; however many marks there are, one
 * item is kept for each person, cause and day (`suspicionId`; of a photo, its report). What is not known is nobody's card.
 */
async function reportOf(
  { hmacKey }: Pick<Dependencies, "hmacKey">,
  { checkedAt, employee, shown }: LookedUp,
): Promise<Pick<VerifyAnswer, "report">> {
  if (!employee) return {};
  const photoId = shown?.photo.photoId;
  const mark = await sealMark(
    { hmacKey },
    { employeeId: toldOn(employee), photoId },
    new Date(checkedAt),
  );
  return { report: mark };
}

/** @returns how many more checks it is good for; undefined while many answers come from the network */
async function redeem(
  api: Dependencies,
  binding: ChallengeBinding,
  captcha: VerifyRequest["captcha"],
  usedFor: FindUse,
): Promise<PassesLeft | undefined> {
  if ("pass" in captcha) return await redeemPass(api, binding, captcha, usedFor);
  const { withImage } = await redeemCaptcha(api, binding, captcha, usedFor);
  return withImage ? passesAfterCaptcha(api) : undefined;
}

function scanOf(
  { result, checkedAt, employee }: LookedUp,
  { id, region, way }: Pick<Check, "region"> & { readonly id: string; readonly way: ScanWay },
): UsedFor | undefined {
  if (!employee || result === "unknown" || result === "specimen") return undefined;
  const made = { employeeId: toldOn(employee), at: checkedAt, result, way };
  return recordOf({ ...made, ...(region && { region }) }, id);
}

/** Whose record tells of a check. One that was joined is opened by nobody: its person has the other one (decision 0054). */
function toldOn({ id, joinedInto }: Employee): EmployeeId {
  return joinedInto ?? id;
}
