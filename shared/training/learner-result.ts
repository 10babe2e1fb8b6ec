/** What follows of somebody in a training: whether they take part, what their attendance comes to, and how a certificate is named. Pure. */
import type { Employee } from "#shared/employee/employee.ts";
import { romanMonth } from "#shared/runtime/roman-month.ts";
import { attendanceOf } from "./attendance.ts";
import type { CertificateContent, Result } from "./certificate.ts";
import type { LearningEntry } from "./learning-ledger.ts";
import type { Place } from "./register-line.ts";
import type { TrainingOffer } from "./training-offer.ts";
import { marksOf, type SessionSheet, type TrainingResult } from "./training-result.ts";
import { trainingTermsOn } from "./training-terms.ts";

/** Who takes part: a certain seat, which stays one when the training has begun. */
export function takesPart({ state, consented }: Pick<Place, "state" | "consented">): boolean {
  return state === "seated" && consented;
}

/** «017/STTPP/T-01/VI/2027». */
export function certificateNumber({ programme }: TrainingOffer, next: number, day: string): string {
  const kind = programme.assessed ? "STTPP" : "SERT";
  const parts = [String(next).padStart(3, "0"), kind, programme.code, romanMonth(day)];
  return [...parts, day.slice(0, 4)].join("/");
}

/** What somebody's sessions and assessment come to, by the terms of the first day. */
export function resultOf(
  offer: TrainingOffer,
  { id, kind }: Pick<Employee, "id" | "kind">,
  {
    before,
    sheets,
  }: {
    readonly before: TrainingResult | undefined;
    readonly sheets: readonly SessionSheet[];
  },
): Result {
  const { passed, predicate } = before ?? {};
  const terms = trainingTermsOn(offer.from, kind);
  return {
    attendance: attendanceOf(offer.sessions, marksOf(sheets, id), terms),
    ...(passed !== undefined && { passed }),
    ...(predicate !== undefined && { predicate }),
  };
}

/** What a certificate counts in its person's ledger. */
export function learntOf(
  { programme, until }: TrainingOffer,
  { number }: Pick<CertificateContent, "number">,
): LearningEntry {
  const { name, organiser, form, jp } = programme;
  return { source: "own", number, name, organiser, form, endedOn: until, jp };
}

/** How its paper is registered: numbers are an agency's own. */
export function paperOf(
  { instansiId }: Pick<TrainingOffer, "instansiId">,
  { title, number }: Pick<CertificateContent, "title" | "number">,
) {
  return { kind: title, number, series: instansiId };
}
