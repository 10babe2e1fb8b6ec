/** What pages are told of letters, and what they ask. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { personId } from "#shared/access/role.ts";
import { letterId, letterStates, letterWords } from "./letter.ts";
import { letterKinds } from "./letter-kinds.ts";
import { profileDetails } from "./letter-profile.ts";
import { reportStates } from "./number-register.ts";

const line = {
  id: letterId,
  kind: z.enum(letterKinds),
  hal: z.string(),
  state: z.enum(letterStates),
  /** ISO instant of the newest step. */
  since: z.string(),
  /** As printed, once it is signed. */
  number: z.string().exactOptional(),
};

export const letterListQuery = z.strictObject({ cursor: z.string().max(500).exactOptional() });

export const letterListAnswer = z.strictObject({
  items: z.array(z.strictObject(line)).readonly(),
  cursor: z.string().exactOptional(),
});

/** What waits for the signature of who asks. */
export const waitingLettersAnswer = z.strictObject({
  items: z.array(z.strictObject({ ...line, revision: z.int() })).readonly(),
});

const reason = z.string().max(longestReason);
const revision = z.int();

export const letterAnswer = z.strictObject({
  ...line,
  revision,
  words: letterWords,
  steps: z
    .array(
      z.strictObject({
        to: z.enum(letterStates),
        at: z.string(),
        by: personId,
        reason: z.string().exactOptional(),
      }),
    )
    .readonly(),
});
export type LetterAnswer = z.infer<typeof letterAnswer>;

export const newLetterRequest = z.strictObject({ words: letterWords });
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
export const profileAnswer = z.strictObject({ revision, details: profileDetails.exactOptional() });
export const profileRequest = z.strictObject({ revision, reason, details: profileDetails });
