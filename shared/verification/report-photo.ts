import type { AnsweredChallenges } from "#shared/captcha/work-challenge.ts";
import { reportId, reportRecord } from "#shared/photo/reported-photo.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import { openMark } from "./report-mark.ts";

export interface ReportPhoto {
  readonly captchas: Pick<AnsweredChallenges, "use">;
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  readonly clock: Clock;
}

/**
 * Notes that the photo of a card that was just checked shows another person than the one who stands there. One write, no read. Nobody
 * learns whether it was reported before: who reports it again today, with this mark or another one, gets the same answer, and nothing more
 * is kept. Who reported it is not kept either.
 * @returns whether it is the day's first report of this photo, for the count alone
 * @throws InvalidInput `malformed` on `mark`: over, changed and invented are alike
 */
export async function reportPhoto(
  { captchas, hmacKey, clock }: ReportPhoto,
  mark: string,
): Promise<boolean> {
  const now = clock.now();
  const shown = await openMark({ hmacKey }, mark, now);
  if (!shown) throw new InvalidInput({ field: "mark", code: "malformed" });
  const report = { ...shown, reportedAt: now.toISOString() };
  const used = reportRecord(report);
  return await captchas.use({ id: reportId(report), endsAt: used.endsAt }, used);
}
