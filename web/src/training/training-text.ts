import { askedKinds } from "#shared/leave/leave-kinds.ts";
import type { OwnTrainingAnswer } from "#shared/training/training-answers.ts";
import type { TrainingOffer } from "#shared/training/training-offer.ts";
import { dayText } from "../clock-text.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { training as text } from "../messages/training.ts";

type Place = NonNullable<OwnTrainingAnswer["place"]>;

export function spanOf({ from, until }: Pick<TrainingOffer, "from" | "until">): string {
  return text.span(dayText(from), dayText(until));
}

/** Where somebody stands, in one sentence. */
export function standingOf({ state, consented, number = 0, why }: Place): string {
  if (state === "out") return why ? text.out[why] : text.states.out;
  if (state === "waiting") return text.states.waiting(number);
  if (state === "offered") return text.states.offered;
  return consented ? text.states.seated : text.states.unconsented;
}

/** A finding in words; days in it as they are read. */
export function findingText({
  code,
  limit,
  measured,
}: OwnTrainingAnswer["findings"][number]): string {
  const told: string | ((figures: Record<string, string | number>) => string) = text.findings[code];
  if (typeof told === "string") return told;
  return told({
    ...(limit !== undefined && { limit: readable(limit) }),
    ...(measured !== undefined && { measured: readable(measured) }),
  });
}

/** Days, and kinds of leave, as they are read. */
export function readable(said: string | number): string | number {
  if (typeof said === "string" && /^\d{4}-\d\d-\d\d$/.test(said)) return dayText(said);
  const kind = askedKinds.find((each) => each === said);
  return kind ? leaveWords.kinds[kind] : said;
}

/** «6 Desember 2026, 08:00–15:30, Pembukaan». */
export function sessionText({ day, from, until, subject }: TrainingOffer["sessions"][number]) {
  return [dayText(day), `${from}–${until}`, subject].filter(Boolean).join(", ");
}
