/**
 * Something that one person asks for and others decide, one after the other: what it is, who has it, since when, what comes next and by
 * when (requirements W-09, W-10; decision 0085). What a kind of request holds, and what it does once it is approved, stands beside its concept.
 */
import * as z from "zod";
import { personId } from "#shared/access/role.ts";
import { evidenceId } from "#shared/audit/source.ts";
import { postId } from "#shared/post/post.ts";
import { type Id, idRest } from "#shared/runtime/ids.ts";
import { reasonCodes } from "./reason-codes.ts";
import { requestStates, waitsForDeciders } from "./request-states.ts";

export type RequestId = Id<"req">;
/** As it comes from outside. */
export const requestId: z.ZodType<RequestId> = z.templateLiteral(["req_", idRest]);

/** Roles of officers that decide. */
export const officerRoles = ["petugas", "penyetuju"] as const;
/** Whoever acts in a post decides: the direct superior, and who has the power to grant (decision 0104). */
const postRoles = ["superior", "authority"] as const;
export const deciderRoles = [...officerRoles, ...postRoles] as const;
export type DeciderRole = (typeof deciderRoles)[number];

/** What a decider thinks of it, in the words of sections VII and VIII of the form of leave (Peraturan BKN 24/2017, annex 1.b). */
export const verdicts = ["approved", "changed", "postponed", "refused"] as const;
export type Verdict = (typeof verdicts)[number];

/** All but «disetujui» say why. */
export function needsReason(verdict: Verdict): boolean {
  return verdict !== "approved";
}

/** One step of the chain: who decides it, and in how many hours. */
const link = z.object({
  role: z.enum(deciderRoles),
  /** Of a step of a post: whoever acts in it when it is decided. */
  post: postId.exactOptional(),
  /** The post above: it decides too once the time is over. */
  above: postId.exactOptional(),
  /** It says what it thinks, and whatever that is, the next one decides. */
  advises: z.literal(true).exactOptional(),
  hours: z.number().positive(),
  /** Its time goes on where the person moves to: a law's clock does not begin anew with another agency. */
  goesOn: z.literal(true).exactOptional(),
});
export type ChainLink = Readonly<z.infer<typeof link>>;

export const requestActs = [
  "submitted",
  "taken",
  "released",
  "clarification-asked",
  "revised",
  "agreed",
  "advised",
  "approved",
  "rejected",
  "withdrawn",
  "widened",
  "escalated",
  "expired",
  "handed-over",
] as const;
export type RequestAct = (typeof requestActs)[number];

/** Looking at it, and the passing of its time, change nothing of whose turn it is. */
export const turnless: readonly RequestAct[] = ["taken", "released", "widened", "escalated"];

/** One line of what happened to it. */
const trailStep = z.object({
  act: z.enum(requestActs),
  /** ISO instant. */
  at: z.string(),
  /** Who did it; nobody, when a deadline passed. */
  by: personId.exactOptional(),
  /** In which role, where a decider did it; steps of before it was written have none. */
  role: z.enum(deciderRoles).exactOptional(),
  code: z.enum(reasonCodes).exactOptional(),
  /** Of who advises. */
  verdict: z.enum(verdicts).exactOptional(),
  /** In the decider's or the asker's words. */
  reason: z.string().exactOptional(),
});
export type TrailStep = Readonly<z.infer<typeof trailStep>>;

export const request = z.object({
  id: requestId,
  /** A key of the kinds that a function knows. */
  kind: z.string(),
  /** Who asks, and whom it is about. */
  person: personId,
  /** Nobody asked for it: the person is told nothing of it, and asked nothing (decision 0087). */
  unasked: z.literal(true).exactOptional(),
  /** Where that person works: who decides reaches it. */
  instansiId: z.string(),
  unitKerja: z.string(),
  /** In the kind's own shape. */
  content: z.json(),
  /** Files that stand behind it (shared/evidence). */
  files: z.array(evidenceId).readonly(),
  state: z.enum(requestStates),
  /** Of one kind and group one request is open (P-15). */
  group: z.string(),
  /** Fixed when it is submitted: a later rule changes no request that is on its way. */
  chain: z.array(link).readonly(),
  /** Which link of the chain decides now, from 0. */
  place: z.int().nonnegative(),
  /** Its deadline passed: everybody in the agency with the role may decide, not only who reaches the unit; or the post above as well. */
  widened: z.literal(true).exactOptional(),
  /** The officer who looks at it; another one may take it over. */
  taker: personId.exactOptional(),
  /** Who agreed at the links before: nobody decides two of them. */
  agreed: z.array(personId).readonly(),
  /** Days in which who asked answers a question. */
  answerDays: z.int().positive(),
  /** A digest of what was sent with the page's key: the same key with something else is not the same request. */
  askedDigest: z.string().exactOptional(),
  /** ISO instants: of the submission, of the last act, and when what waits is late. */
  submittedAt: z.string().exactOptional(),
  since: z.string(),
  dueAt: z.string().exactOptional(),
  trail: z.array(trailStep).readonly(),
  /** Counts the writes. */
  version: z.int().positive(),
});
export type Request = Readonly<z.infer<typeof request>>;

/** Never sent: nobody but who typed it sees it. */
export function isUnsent({ submittedAt }: Pick<Request, "submittedAt">): boolean {
  return submittedAt === undefined;
}

/** A draft whose person wants it no more. */
export function isThrownAway(request: Pick<Request, "submittedAt" | "state">): boolean {
  return isUnsent(request) && request.state === "withdrawn";
}

/** The step whose turn it is; undefined where no decider's is. */
export function linkInTurn(request: Pick<Request, "state" | "chain" | "place">) {
  return waitsForDeciders(request) ? request.chain[request.place] : undefined;
}

/** The role whose turn it is; undefined where no decider's is. */
export function decidedBy(request: Pick<Request, "state" | "chain" | "place">) {
  return linkInTurn(request)?.role;
}

/** In whose list it waits: the agency's officers', or that of whoever acts in a post. */
export function queueOf(
  request: Pick<Request, "state" | "chain" | "place" | "widened" | "instansiId">,
): string | undefined {
  const link = linkInTurn(request);
  if (!link?.post) return link && request.instansiId;
  return (request.widened && link.above) || link.post;
}

/** What it is called on paper and on the phone: 50 random bits of the id, "7Q2MK-9XDFA". It says nothing of anybody. */
export function numberOf({ id }: Pick<Request, "id">): string {
  const rest = id.slice("req_".length).toUpperCase();
  return `${rest.slice(0, 5)}-${rest.slice(5, 10)}`;
}
