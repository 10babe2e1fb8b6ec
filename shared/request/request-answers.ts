/** What every request tells, whatever its kind. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { evidenceId } from "#shared/audit/source.ts";
import { mostFiles } from "#shared/evidence/evidence-limits.ts";
import { reasonCodes } from "./reason-codes.ts";
import { deciderRoles, requestActs, requestId, verdicts } from "./request.ts";
import { outcomes, requestStates } from "./request-states.ts";

export const requestFacts = {
  id: requestId,
  /** What it is called on paper and on the phone. */
  number: z.string(),
  state: z.enum(requestStates),
  /** Whose turn it is: who asked, an officer of this role, or nobody any more. */
  turn: z.enum(["asker", ...deciderRoles, "nobody"]),
  /** An officer is looking at it. */
  taken: z.literal(true).exactOptional(),
  /** Its time was over: every officer of the agency with the role may decide. */
  widened: z.literal(true).exactOptional(),
  /** Who decides after whom, and how many have. */
  chain: z.array(z.enum(deciderRoles)).readonly(),
  place: z.int(),
  submittedAt: z.iso.datetime().exactOptional(),
  /** Since when it is whose turn it is, and by when that ends. */
  since: z.iso.datetime(),
  dueAt: z.iso.datetime().exactOptional(),
  files: z.array(evidenceId).readonly(),
  /** It had files, and their time is over. */
  filesGone: z.literal(true).exactOptional(),
  trail: z
    .array(
      z.strictObject({
        act: z.enum(requestActs),
        at: z.iso.datetime(),
        /** Officers by their role alone, «officer» where none was written: only their own people see who they are. */
        by: z.enum(["asker", ...deciderRoles, "officer", "nobody"]),
        code: z.enum(reasonCodes).exactOptional(),
        verdict: z.enum(verdicts).exactOptional(),
        reason: z.string().exactOptional(),
      }),
    )
    .readonly(),
  version: z.int(),
};

/** A file that was judged, with what proves that this person brought it. */
export const broughtFile = z.strictObject({
  file: evidenceId,
  proof: z.string().max(64),
});

const files = z.array(broughtFile).max(mostFiles);

/** A new one; what is asked stands beside its kind. The page makes the key: the same key is the same request. */
export const newRequestFacts = { key: z.string().regex(/^[0-9a-z]{20,60}$/), files };

/** An answer to a question. */
export const revisedRequestFacts = {
  version: z.int(),
  reason: z.string().max(longestReason),
  files,
};

export const seenVersion = z.strictObject({ version: z.int() });

export const requestDecision = z.strictObject({
  version: z.int(),
  /** It is one of many that are decided at once: refused where its kind says that each is looked at by itself. */
  together: z.literal(true).exactOptional(),
  decision: z.discriminatedUnion("act", [
    z.strictObject({ act: z.enum(["take", "release", "agree"]) }),
    z.strictObject({
      act: z.literal("advise"),
      verdict: z.enum(verdicts),
      reason: z.string().max(longestReason),
    }),
    z.strictObject({
      act: z.literal("clarify"),
      code: z.enum(reasonCodes),
      reason: z.string().max(longestReason),
    }),
    z.strictObject({
      act: z.literal("reject"),
      code: z.enum(reasonCodes),
      /** Ditangguhkan, where its kind may be put off; else it says no. */
      verdict: z.literal("postponed").exactOptional(),
      reason: z.string().max(longestReason),
    }),
  ]),
});

/** Of what has ended; without an outcome all. */
export const endedQuery = z.strictObject({
  outcome: z.enum(outcomes).optional(),
  cursor: z.string().min(1).max(200).optional(),
});

/** A line for each: the request itself has its own address. */
export const endedRequestsAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        ...{ id: requestId, kind: z.string(), number: z.string(), state: z.enum(outcomes) },
        /** Of its end. */
        at: z.iso.datetime(),
        ...{ nip: z.string(), name: z.string(), unitKerja: z.string() },
      }),
    )
    .readonly(),
  cursor: z.string().exactOptional(),
});

export const requestsQuery = z.strictObject({ cursor: z.string().min(1).max(200).optional() });
