/**
 * How a request goes on: each act gives the request afterwards, or a refusal. Pure, so that a simulation plays all of them against one
 * another. Deadlines pass by themselves: each act looks at the request as it is at its instant (`asOf`), whether or not a job came by.
 */
import { isDeepStrictEqual } from "node:util";
import { Conflict } from "#shared/runtime/errors.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { ReasonCode } from "./reason-codes.ts";
import { refuseClosed } from "./refuse-closed.ts";
import { type ChainLink, type Request, type TrailStep, turnless, type Verdict } from "./request.ts";
import { isClosed, type RequestState, waitsForAsker, waitsForDeciders } from "./request-states.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** More than anybody needs; a loop of two who hate one another ends. */
const mostSteps = 60;

interface Acted {
  readonly at: Date;
  readonly by: Id<"emp">;
}

export interface Said {
  readonly code?: ReasonCode;
  readonly verdict?: Verdict;
  readonly reason: string;
}

/** What a person says with it. */
export type Content = Pick<Request, "content" | "files">;

/**
 * The request at an instant. A question that nobody answered in time ends it; a decision that nobody made in time opens it to everybody
 * who has the role in the agency, or to the post above, and the time begins anew. What waits for an officer never ends by itself.
 */
export function asOf(request: Request, now: Date): Request {
  let current = request;
  while (current.dueAt !== undefined && current.dueAt <= now.toISOString() && !isClosed(current)) {
    current = passDeadline(current, new Date(current.dueAt), now);
  }
  return current;
}

function passDeadline(request: Request, at: Date, now: Date): Request {
  if (waitsForAsker(request)) {
    const { dueAt: _due, ...rest } = request;
    return step({ ...rest, state: "expired" }, { act: "expired", at: at.toISOString() });
  }
  const { taker: _taker, ...rest } = request;
  const { hours, post, above } = linkOf(request);
  const linkMs = hours * hourMs;
  // However long nobody looked, the next deadline lies ahead.
  const missed = Math.floor((now.getTime() - at.getTime()) / linkMs);
  const dueAt = new Date(at.getTime() + (missed + 1) * linkMs).toISOString();
  const state = request.state === "verifying" ? queuedAs(request) : request.state;
  const again = { ...rest, state, dueAt };
  // Above the highest post is nobody.
  if (request.widened || (post && !above)) return again;
  const act = post ? "escalated" : "widened";
  return step({ ...again, widened: true }, { act, at: at.toISOString() });
}

/** From a draft to the first decider. @throws Conflict as refuseAct */
export function submit(
  draft: Request,
  {
    at,
    by,
    chain,
    ...content
  }: Partial<Acted> & Pick<Acted, "at"> & Content & { readonly chain: readonly ChainLink[] },
): Request {
  refuseAct(draft, draft.state === "draft");
  const submitted = { ...draft, ...content, chain, place: 0, submittedAt: at.toISOString() };
  const said = { act: "submitted", at: at.toISOString(), ...(by !== undefined && { by }) } as const;
  return toDeciders(submitted, "submitted", said);
}

/** An officer looks at it; nobody else has to wait for that. @throws Conflict as refuseAct */
export function take(request: Request, { at, by }: Acted): Request {
  const now = open(request, at, waitsForDeciders);
  if (now.state === "verifying" && now.taker === by) return request;
  refuseEndless(now);
  return step(
    { ...now, state: "verifying", taker: by },
    { act: "taken", ...doneBy(now, { at, by }) },
  );
}

/** …and gives it back. @throws Conflict as refuseAct */
export function release(request: Request, { at, by }: Acted): Request {
  const { taker, ...now } = open(request, at, waitsForDeciders);
  refuseAct(request, taker === by);
  refuseEndless(request);
  return step({ ...now, state: queuedAs(now) }, { act: "released", ...doneBy(now, { at, by }) });
}

/** As what it waits that nobody looks at: an answer stays an answer, also where somebody has looked at it meanwhile. */
function queuedAs({ trail }: Request): RequestState {
  const turned = trail.findLast(({ act }) => !turnless.includes(act));
  return turned?.act === "revised" ? "revised" : "submitted";
}

/** Back to who asked, with a question. @throws Conflict as refuseAct, `request-unasked` where nobody could answer */
export function askClarification(request: Request, { at, by, ...said }: Acted & Said): Request {
  const now = open(request, at, waitsForDeciders);
  if (now.unasked) throw new Conflict("request-unasked");
  refuseEndless(now);
  const dueAt = new Date(at.getTime() + now.answerDays * dayMs).toISOString();
  return step(
    { ...now, state: "clarifying", taker: by, dueAt },
    { act: "clarification-asked", ...doneBy(now, { at, by }), ...said },
  );
}

/**
 * The answer. With words alone it goes back to who asked; whatever is changed in it, or in its files, is decided from the first link on: nobody
 * has agreed to it yet. @throws Conflict as refuseAct
 */
export function revise(
  request: Request,
  { at, by, reason, chain, ...content }: Acted & Content & Pick<Request, "chain"> & Partial<Said>,
): Request {
  const answered = open(request, at, ({ state }) => state === "clarifying");
  const isSame = isDeepStrictEqual(
    [answered.content, answered.files, answered.chain],
    [content.content, content.files, chain],
  );
  const now = isSame ? answered : { ...answered, chain, place: 0, agreed: [] };
  const said = reason === undefined ? {} : { reason };
  const step = { act: "revised", at: at.toISOString(), by, ...said } as const;
  return toDeciders({ ...now, ...content }, "revised", step);
}

/** This link says what it thinks; whatever that is, the next one decides. @throws Conflict as refuseAct, `request-decided-by-you` */
export function advise(
  request: Request,
  { at, by, ...said }: Acted & { readonly verdict: Verdict; readonly reason?: string },
): Request {
  const now = open(request, at, waitsForDeciders);
  if (!linkOf(now).advises) throw new Conflict("request-moved");
  return passOn(now, { act: "advised", ...doneBy(now, { at, by }), ...said });
}

/** This link of the chain agrees: the next one decides, or it is approved. @throws Conflict as refuseAct, `request-decided-by-you` */
export function agree(request: Request, { at, by }: Acted): Request {
  const now = open(request, at, waitsForDeciders);
  // Who advises says what it thinks.
  if (linkOf(now).advises) throw new Conflict("request-moved");
  if (now.place + 1 < now.chain.length)
    return passOn(now, { act: "agreed", ...doneBy(now, { at, by }) });
  const agreed = agreedBy(now, by);
  return close({ ...now, agreed }, "approved", { act: "approved", ...doneBy(now, { at, by }) });
}

function passOn(now: Request, said: TrailStep & Pick<Acted, "by">): Request {
  const agreed = agreedBy(now, said.by);
  const { widened: _widened, ...next } = { ...now, agreed, place: now.place + 1 };
  return toDeciders(next, "submitted", said);
}

/** Nobody decides two links. @throws Conflict `request-decided-by-you` */
function agreedBy({ agreed }: Request, by: Id<"emp">): Request["agreed"] {
  if (agreed.includes(by)) throw new Conflict("request-decided-by-you");
  return [...agreed, by];
}

/** @throws Conflict as refuseAct */
export function reject(request: Request, { at, by, ...said }: Acted & Said): Request {
  const now = open(request, at, waitsForDeciders);
  return close(now, "rejected", { act: "rejected", ...doneBy(now, { at, by }), ...said });
}

/** Who asked takes it back, until it has ended, also when some have agreed. @throws Conflict as refuseAct */
export function withdraw(request: Request, { at, by }: Acted): Request {
  const now = open(request, at, () => true);
  return close(now, "withdrawn", { act: "withdrawn", at: at.toISOString(), by });
}

/** The person works elsewhere now, where it begins anew with its first link, in what is left of the time where that goes on. */
export function handOver(
  request: Request,
  { at, ...unit }: { readonly at: Date } & Pick<Request, "instansiId" | "unitKerja">,
): Request {
  const { taker: _taker, widened: _widened, ...rest } = asOf(request, at);
  // Also of what waits for an answer: nobody of the former place decides in the new one.
  const moved = { ...rest, ...unit, place: 0, agreed: [] };
  const said = { act: "handed-over", at: at.toISOString() } as const;
  if (!waitsForDeciders(moved)) return step(moved, said);
  const there = toDeciders(moved, "submitted", said);
  return linkOf(moved).goesOn && rest.dueAt !== undefined ? { ...there, dueAt: rest.dueAt } : there;
}

const doneBy = (now: Request, { at, by }: Acted) =>
  ({ at: at.toISOString(), by, role: linkOf(now).role }) as const;

function toDeciders(request: Request, state: RequestState, said: TrailStep): Request {
  const { taker: _taker, widened: _widened, ...rest } = request;
  const dueAt = new Date(Date.parse(said.at) + linkOf(request).hours * hourMs).toISOString();
  return step({ ...rest, state, dueAt }, said);
}

function close(request: Request, state: RequestState, said: TrailStep): Request {
  const { dueAt: _due, taker: _taker, widened: _widened, ...rest } = request;
  return step({ ...rest, state }, said);
}

function step(request: Request, said: TrailStep): Request {
  return {
    ...request,
    since: said.at,
    trail: [...request.trail, said],
  };
}

function linkOf({ chain, place }: Request): ChainLink {
  const link = chain[place];
  if (!link) throw new Error("A request that waits has no decider.");
  return link;
}

function open(request: Request, at: Date, isTurn: (now: Request) => boolean): Request {
  const now = asOf(request, at);
  refuseAct(now, isTurn(now));
  return now;
}

/** Only what leads nowhere is refused: whoever decides or withdraws ends it. @throws Conflict `request-too-long` */
function refuseEndless({ trail }: Request): void {
  if (trail.length >= mostSteps) throw new Conflict("request-too-long");
}

/** @throws Conflict as refuseClosed; `request-moved` when it is somebody else's turn */
function refuseAct(request: Request, isTurn: boolean): void {
  refuseClosed(request);
  if (!isTurn) throw new Conflict("request-moved");
}
