import type { AnsweredChallenges } from "#shared/captcha/work-challenge.ts";
import { reportId, reportRecord } from "#shared/photo/reported-photo.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import { suspicionId, suspicionRecord } from "#shared/suspect-card/suspected-card.ts";
import { openMark } from "./report-mark.ts";
import type { ReportRequest } from "./verify-answer.ts";

export interface ReportCard {
  readonly captchas: Pick<AnsweredChallenges, "use">;
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  readonly clock: Clock;
}

/**
 * Notes that a card that was just checked is suspicious, or, without a cause, that its photo shows another person than the one who stands there.
 * One write, no read. Nobody learns whether it was reported before: who reports it again today, with this mark or another one, gets the same
 * answer, and nothing more is kept. Who reported it is not kept either.
 * @returns whether it is the day's first report of this, for the count alone
 * @throws InvalidInput `malformed` on `mark`: over, changed, invented, and of no photo, are alike
 */
export async function reportCard(
  { captchas, hmacKey, clock }: ReportCard,
  { mark, cause }: ReportRequest,
): Promise<boolean> {
  const now = clock.now();
  const checked = await openMark({ hmacKey }, mark, now);
  if (!checked) throw malformed();
  const { employeeId, photoId } = checked;
  const reportedAt = now.toISOString();
  if (cause !== undefined) {
    const report = { employeeId, cause, reportedAt };
    const used = suspicionRecord(report);
    return await captchas.use({ id: suspicionId(report), endsAt: used.endsAt }, used);
  }
  if (photoId === undefined) throw malformed();
  const report = { employeeId, photoId, reportedAt };
  const used = reportRecord(report);
  return await captchas.use({ id: reportId(report), endsAt: used.endsAt }, used);
}

function malformed(): InvalidInput {
  return new InvalidInput({ field: "mark", code: "malformed" });
}
