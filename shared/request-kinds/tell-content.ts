/** What the content of a request says to its readers: another kind is another entry of each table. */
import { correctionAskedOf } from "#shared/attendance/asked-correction.ts";
import { contactProposal } from "#shared/campaign/contact-answers.ts";
import { contactOf } from "#shared/campaign/contact-proposal.ts";
import { proposedOf } from "#shared/data-change/data-change.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { valuesBefore } from "#shared/employee/record-change.ts";
import { leaveOf } from "#shared/leave/leave-content.ts";
import { letterAskedOf } from "#shared/letter-request/letter-request.ts";
import { photoAskedOf } from "#shared/new-photo/new-photo.ts";
import { newPhoto } from "#shared/new-photo/new-photo-answers.ts";
import { asOf } from "#shared/request/move-request.ts";
import { isUnsent, type Request } from "#shared/request/request.ts";
import { isClosed } from "#shared/request/request-states.ts";
import { requestFactsOf } from "#shared/request/tell-request.ts";
import { suspectedContent } from "#shared/suspect-card/suspect-card.ts";
import { claimAskedOf } from "#shared/training/asked-claim.ts";
import { tellClaimed } from "#shared/training/tell-claimed.ts";
import type { TrainingResults } from "#shared/training/training-results.ts";
import { isMended, reportedOf } from "#shared/wrong-data/wrong-data.ts";
import type { HeldRequest, OfficerRequest } from "./request-kind-answers.ts";

type KindName = HeldRequest["kind"];
type Part<Told, Name extends string> = Told extends unknown
  ? Pick<Told, Extract<keyof Told, Name>>
  : never;
type HeldContent = Part<HeldRequest, "kind" | "content">;
type OfficerContent = Part<
  OfficerRequest,
  "kind" | "content" | "stands" | "replaced" | "mended" | "learning"
>;

type Teller<Told> = (request: Request, person: Employee) => Told;
/** What of some kinds is read beside the request. */
export interface TellContent {
  readonly results: Pick<TrainingResults, "learnt">;
}
type Reader<Told> = (...told: [...Parameters<Teller<Told>>, TellContent]) => Told | Promise<Told>;

const held: Readonly<Record<KindName, Teller<HeldContent>>> = {
  "data-change": (request, person) => {
    const proposed = proposedOf(request);
    const old = isUnsent(request) ? valuesBefore(proposed.values, person) : proposed.old;
    return { kind: "data-change", content: { ...proposed, old } };
  },
  contact: ({ content }) => ({ kind: "contact", content: contactProposal.parse(content) }),
  "new-photo": (request) => ({ kind: "new-photo", content: photoAskedOf(request) }),
  "wrong-data": (request, person) => ({
    kind: "wrong-data",
    content: reportedOf(request, person),
  }),
  "suspect-card": suspected,
  leave: (request) => ({ kind: "leave", content: leaveOf(request) }),
  attendance: (request) => ({ kind: "attendance", content: correctionAskedOf(request) }),
  letter: (request) => ({ kind: "letter", content: letterAskedOf(request) }),
  "training-claim": (request) => ({ kind: "training-claim", content: claimAskedOf(request) }),
};

const forOfficers: Readonly<Record<KindName, Reader<OfficerContent>>> = {
  "data-change": (request, person) => {
    const content = proposedOf(request);
    const stands = isClosed(request) ? content.old : valuesBefore(content.values, person);
    return { kind: "data-change", content, stands };
  },
  contact: (request, person) => {
    const content = contactProposal.parse(request.content);
    const stands = isClosed(request) ? content.old : contactOf(person);
    return { kind: "contact", content, stands };
  },
  "new-photo": (request, person) => {
    const content = newPhoto.parse(request.content);
    const isReplaced = !isClosed(request) && person.photoId !== content.photoId;
    return { kind: "new-photo", content, ...(isReplaced && { replaced: true as const }) };
  },
  "wrong-data": (request, person) => {
    const content = reportedOf(request, person);
    const stands = isClosed(request) ? content.stood : (person[content.field] ?? "");
    const mended = !isClosed(request) && isMended(request, person);
    return { kind: "wrong-data", content, stands, ...(mended && { mended: true as const }) };
  },
  "suspect-card": suspected,
  leave: (request) => ({ kind: "leave", content: leaveOf(request) }),
  attendance: (request) => ({ kind: "attendance", content: correctionAskedOf(request) }),
  letter: (request) => ({ kind: "letter", content: letterAskedOf(request) }),
  "training-claim": async (request, person, api) => {
    const content = claimAskedOf(request);
    if (isClosed(request)) return { kind: "training-claim", content };
    return { kind: "training-claim", content, learning: await tellClaimed(api, content, person) };
  },
};

function suspected({ content }: Request) {
  return { kind: "suspect-card" as const, content: suspectedContent.parse(content) };
}

/** A request as its own person reads it at this instant; a draft beside what the record says now. */
export function tellHeldRequest(request: Request, person: Employee, now: Date): HeldRequest {
  const { trail, ...facts } = requestFactsOf(asOf(request, now));
  // What officers say of it is said to nobody but officers.
  const told = request.unasked ? trail.map(({ reason: _words, ...step }) => step) : trail;
  return { ...facts, trail: told, ...held[kindNameOf(request)](request, person) };
}

/** Hours that the law leaves to give a copy (UU 27/2022, article 32), and an officer to look. */
const hoursToCopy = 72;

/**
 * Whether the copy of the own data has it: one that nobody asked for, once it was answered, and else when the law's time for a copy is over. At
 * once it would tell who carries a forged card that somebody noticed, before anybody has looked (decision 0087).
 */
export function isInCopy(request: Request, now: Date): boolean {
  if (!request.unasked || isClosed(request)) return true;
  const filed = new Date(request.submittedAt ?? request.since).getTime();
  return now.getTime() >= filed + hoursToCopy * 3_600_000;
}

/** …where it is one that its person asked for; undefined of all others. */
export function tellOwnRequest(request: Request, person: Employee, now: Date) {
  const told = tellHeldRequest(request, person, now);
  return told.kind === "suspect-card" ? undefined : told;
}

/** …and its content as an officer reads it. @param request as it is now (`asOf`) */
export async function tellForOfficer(
  api: TellContent,
  request: Request,
  person: Employee,
): Promise<OfficerContent> {
  return await forOfficers[kindNameOf(request)](request, person, api);
}

function kindNameOf({ kind }: Pick<Request, "kind">): KindName {
  if (isKindName(kind)) return kind;
  throw new Error("A stored request is of a kind that nobody tells.");
}

function isKindName(kind: string): kind is KindName {
  return Object.hasOwn(held, kind);
}
