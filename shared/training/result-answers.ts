/** What pages are told of attendance, results and certificates, and what they ask. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { personId } from "#shared/access/role.ts";
import { attendanceMarks } from "./attendance.ts";
import { certificateObstacles, predicates } from "./certificate.ts";
import { learningEntry } from "./learning-ledger.ts";
import { trainingOffer } from "./training-offer.ts";

const marks = z.record(personId, z.enum(attendanceMarks));

export const toldCertificateAnswer = z.strictObject({
  number: z.string(),
  issuedOn: z.iso.date(),
  withdrawnAt: z.iso.datetime().exactOptional(),
});

/** Those of one training whose seats are certain. */
export const resultsAnswer = z.strictObject({
  offer: trainingOffer,
  /** Of each session of the offer, in its order; 0 where nobody has entered it. */
  sheets: z.array(z.strictObject({ revision: z.int(), marks })).readonly(),
  learners: z
    .array(
      z.strictObject({
        person: z.strictObject({ id: personId, name: z.string().exactOptional() }),
        unit: z.string(),
        /** Share of the sessions' time, rounded down. */
        percent: z.int(),
        passed: z.boolean().exactOptional(),
        predicate: z.enum(predicates).exactOptional(),
        /** Why there is no certificate yet. */
        obstacles: z.array(z.enum(certificateObstacles)).readonly(),
        certificate: toldCertificateAnswer.exactOptional(),
        revision: z.int(),
      }),
    )
    .readonly(),
  readOnly: z.literal(true).exactOptional(),
});
export type ResultsAnswer = z.infer<typeof resultsAnswer>;

export const sheetRequest = z.strictObject({ session: z.int().min(0), revision: z.int(), marks });

const of = { person: personId, revision: z.int() };
export const resultRequest = z.discriminatedUnion("act", [
  z.strictObject({
    ...{ ...of, act: z.literal("assess"), passed: z.boolean() },
    predicate: z.enum(predicates).exactOptional(),
  }),
  z.strictObject({ ...of, act: z.literal("issue") }),
  z.strictObject({ ...of, act: z.literal("withdraw"), reason: z.string().max(longestReason) }),
]);

const yearFigures = {
  jp: z.int(),
  /** 0 of who has none. */
  target: z.int(),
  short: z.int(),
  exempt: z.enum(["cltn", "tugas-belajar"]).exactOptional(),
};

export const unitLearningQuery = z.strictObject({
  unit: z.string().min(1).max(200),
  year: z.string().regex(/^20\d\d$/),
  cursor: personId.exactOptional(),
});

/** A page of a unit's people, in no order that says anything. */
export const unitLearningAnswer = z.strictObject({
  items: z.array(z.strictObject({ id: personId, name: z.string(), ...yearFigures })).readonly(),
  cursor: personId.exactOptional(),
});
export type UnitLearningAnswer = z.infer<typeof unitLearningAnswer>;

/** The own JP, the last year first. */
export const learningAnswer = z.strictObject({
  years: z
    .array(
      z.strictObject({
        ...{ year: z.int(), ...yearFigures },
        entries: z.array(z.strictObject(learningEntry.shape)).readonly(),
      }),
    )
    .readonly(),
});
export type LearningAnswer = z.infer<typeof learningAnswer>;
