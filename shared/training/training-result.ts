/** What became of people in a training: who was there at each session, who passed, and which certificate somebody has. */
import * as z from "zod";
import { personId } from "#shared/access/role.ts";
import { type AttendanceList, attendanceMarks } from "./attendance.ts";
import { certificateContent, predicates } from "./certificate.ts";
import { offerId } from "./training-offer.ts";

/** A session's list, by its place in the offer; who is not on it was not entered. */
export const sessionSheet = z.object({
  session: z.int().min(0),
  marks: z.record(personId, z.enum(attendanceMarks)),
  /** Counts its changes, from 1. */
  revision: z.int().min(1),
});
export type SessionSheet = Readonly<z.infer<typeof sessionSheet>>;

const issuedCertificate = z.object({
  /** As it was on its day: a name that changes later changes nothing. */
  content: certificateContent,
  issuedAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().exactOptional(),
  reason: z.string().exactOptional(),
});
export type IssuedCertificate = Readonly<z.infer<typeof issuedCertificate>>;

export const trainingResult = z.object({
  offer: offerId,
  person: personId,
  /** Of an assessment. */
  passed: z.boolean().exactOptional(),
  predicate: z.enum(predicates).exactOptional(),
  certificate: issuedCertificate.exactOptional(),
  revision: z.int().min(1),
});
export type TrainingResult = Readonly<z.infer<typeof trainingResult>>;

/** Somebody's marks of all sessions. */
export function marksOf(sheets: readonly SessionSheet[], person: string): AttendanceList {
  return Object.fromEntries(
    sheets.flatMap(({ session, marks }) => {
      const mark = Object.entries(marks).find(([id]) => id === person)?.[1];
      return mark ? [[String(session), mark]] : [];
    }),
  );
}

/** One that was withdrawn is none. */
export function validCertificate(
  result: Pick<TrainingResult, "certificate"> | undefined,
): IssuedCertificate | undefined {
  const certificate = result?.certificate;
  return certificate?.withdrawnAt === undefined ? certificate : undefined;
}
