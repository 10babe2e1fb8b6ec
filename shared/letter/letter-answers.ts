/** What pages are told of letters, and what they ask. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { personId } from "#shared/access/role.ts";
import { type Id, idRest } from "#shared/runtime/ids.ts";
import { letterId, letterStates, letterWords, numberPlace } from "./letter.ts";
import { letterKinds } from "./letter-kinds.ts";
import { profileDetails } from "./letter-profile.ts";
import { reportStates } from "./number-register.ts";

/** A letter in a list. */
export const letterLine = {
  id: letterId,
  kind: z.enum(letterKinds),
  hal: z.string(),
  state: z.enum(letterStates),
  /** ISO instant of the newest step. */
  since: z.string(),
  /** As printed, once it is signed. */
  number: z.string().exactOptional(),
};

/** The reader writes none. */
const readOnly = z.literal(true).exactOptional();

export const letterListQuery = z.strictObject({ cursor: z.string().max(500).exactOptional() });

export const letterListAnswer = z.strictObject({
  items: z.array(z.strictObject(letterLine)).readonly(),
  cursor: z.string().exactOptional(),
  readOnly,
});

/** What waits for the signature of who asks. */
export const waitingLettersAnswer = z.strictObject({
  items: z.array(z.strictObject({ ...letterLine, revision: z.int() })).readonly(),
});

const reason = z.string().max(longestReason);
const revision = z.int();

/** What the paper says: as it was signed, or as it would be signed today. */
const toldFace = z.strictObject({
  number: z.string(),
  day: z.string(),
  /** Above the signer's name, line by line. */
  lines: z.array(z.string()).readonly(),
  signer: z.string(),
  /** In the order of the paper. */
  people: z
    .array(
      z.strictObject({
        name: z.string(),
        nip: z.string(),
        rank: z.string().exactOptional(),
        jabatan: z.string(),
      }),
    )
    .readonly(),
});

export const letterAnswer = z.strictObject({
  ...letterLine,
  revision,
  words: letterWords,
  /** Without a name: who works in another agency by now. */
  people: z.array(z.strictObject({ id: personId, name: z.string().exactOptional() })).readonly(),
  /** In the register, from when it waits. */
  place: z.strictObject(numberPlace.shape).exactOptional(),
  /** Absent while nobody could sign it. */
  face: toldFace.exactOptional(),
  steps: z
    .array(
      z.strictObject({
        to: z.enum(letterStates),
        at: z.string(),
        /** Absent of who works in another agency by now. */
        name: z.string().exactOptional(),
        reason: z.string().exactOptional(),
      }),
    )
    .readonly(),
  readOnly,
});
export type LetterAnswer = z.infer<typeof letterAnswer>;

/** As it comes from outside. */
const trainingId: z.ZodType<Id<"trn">, string> = z.templateLiteral(["trn_", idRest]);

export const newLetterRequest = z.strictObject({
  words: letterWords,
  /** To which it calls its people: a surat tugas. */
  training: trainingId.exactOptional(),
});
export const letterChangeRequest = z.strictObject({ revision, words: letterWords });
export const letterSendRequest = z.strictObject({
  revision,
  /** Of a forgotten letter: behind which number, and its day. */
  inserted: z
    .strictObject({ after: z.int().min(1), day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) })
    .exactOptional(),
});
export const letterEndRequest = z.strictObject({ revision, reason });
export const letterSignRequest = z.strictObject({ revision });

export const registerQuery = z.strictObject({
  year: z.string().regex(/^\d{4}$/),
  from: z
    .string()
    .regex(/^\d{1,7}$/)
    .exactOptional(),
});

/** Each number of a year's register up to the last, 200 a page. */
export const registerAnswer = z.strictObject({
  last: z.int(),
  lines: z
    .array(
      z.strictObject({
        urut: z.int(),
        inserted: z.int().exactOptional(),
        state: z.enum(reportStates),
        letter: letterId.exactOptional(),
        text: z.string().exactOptional(),
        day: z.string().exactOptional(),
        reason: z.string().exactOptional(),
      }),
    )
    .readonly(),
  /** Where the next page begins. */
  next: z.int().exactOptional(),
});

/** Revision 0 and no details: the agency has not said yet how it writes letters. */
export const profileAnswer = z.strictObject({
  revision,
  details: profileDetails.exactOptional(),
  readOnly,
});
export const sampleQuery = z.strictObject({ kind: z.enum(letterKinds) });
export const profileRequest = z.strictObject({ revision, reason, details: profileDetails });
