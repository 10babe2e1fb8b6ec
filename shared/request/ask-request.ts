import { isDeepStrictEqual } from "node:util";
import { keptWords } from "#shared/access/reason.ts";
import { entryOf } from "#shared/account/account-event.ts";
import type { AccountAction } from "#shared/audit/account-actions.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { digestId, digestText } from "#shared/runtime/ids.ts";
import { type Freezes, inAnswerTime } from "./freezes.ts";
import { revise, submit, withdraw } from "./move-request.ts";
import { refuseClosed } from "./refuse-closed.ts";
import { isThrownAway, isUnsent, type Request, type RequestId, type TrailStep } from "./request.ts";
import type { Asked, RequestKind, RequestKinds } from "./request-kind.ts";
import { moveTo, type Requests } from "./requests.ts";
import { saveOf, writeMove } from "./write-move.ts";

export interface AskRequest {
  readonly requests: Pick<Requests, "find" | "save">;
  readonly kinds: RequestKinds;
  readonly limits: Pick<RateLimits, "count">;
  readonly freezes: Pick<Freezes, "insideSince">;
  readonly clock: Clock;
}

/** More than one person asks for by hand; a stolen session buries nobody's queue. */
const perPerson: Limit = { name: "own-request", max: 60, windowSeconds: 3600 };
/** A page saves every ten seconds at most, and when it is left. */
const draftsPerPerson: Limit = { name: "own-draft", max: 400, windowSeconds: 3600 };

interface By {
  /** As the record says at this request. */
  readonly person: Employee;
  readonly origin?: Origin;
}

interface New extends By, Asked {
  /** Made by the page: the same key is the same request, however often it is sent. */
  readonly key: string;
  readonly kind: string;
}

/** The id of what a person's page calls by this key. Nobody else's page can name it. */
export function ownRequestId(person: Pick<Employee, "id">, key: string): RequestId {
  return digestId("req", [person.id, key]);
}

/**
 * Keeps what somebody has typed so far; nobody else sees it, and no rule is asked but that it is not sent yet.
 * @throws NotFound for another kind; TooManyAttempts; Conflict `request-moved` when it was sent already
 */
export async function saveDraft(api: AskRequest, asked: New): Promise<Request> {
  const { person, key, content, files } = asked;
  await api.limits.count(draftsPerPerson, person.id, api.clock.now());
  const before = await api.requests.find(ownRequestId(person, key));
  if (before && before.state !== "draft") {
    refuseClosed(before);
    throw new Conflict("request-moved");
  }
  const draft = before ?? draftOf(api, asked);
  const typed = kindOf(api, draft.kind).read(content);
  const move = moveTo(before, {
    ...draft,
    content: typed,
    files,
    since: api.clock.now().toISOString(),
  });
  return await writeMove(api.requests, move, (next) => api.requests.save(next));
}

/**
 * Sends a request to those who decide. The same request again is the one that was sent.
 * @throws NotFound for another kind; what the kind's rules say; TooManyAttempts; Conflict `request-open` when another one of its group is on
 * its way, `request-mismatch` when something else was sent by this key, `request-withdrawn` of a draft that was thrown away
 */
export async function submitRequest(api: AskRequest, asked: New): Promise<Request> {
  const { person, key } = asked;
  const now = api.clock.now();
  await api.limits.count(perPerson, person.id, now);
  const askedDigest = digestText([asked.kind, asked.content, asked.files]);
  const find = () => api.requests.find(ownRequestId(person, key));
  const before = await find();
  const sent = sentBefore(before, askedDigest);
  if (sent) return sent;
  const kept = await kindOf(api, asked.kind).keep(asked, person, { id: ownRequestId(person, key) });
  const draft = { ...(before ?? draftOf(api, asked)), group: kept.group, kind: asked.kind };
  const { id, instansiId, unitKerja } = person;
  const after = submit(
    { ...draft, instansiId, unitKerja, askedDigest },
    { at: now, by: id, content: kept.content, files: asked.files, chain: kept.chain },
  );
  try {
    return await save(api, { before, after, action: "own-request-submitted", ...asked });
  } catch (error) {
    // The page sent it twice at once.
    const first = error instanceof Conflict ? sentBefore(await find(), askedDigest) : undefined;
    if (first) return first;
    throw error;
  }
}

/** What was sent by this key. @throws Conflict `request-mismatch` when it was something else, as refuseClosed of a draft that was thrown away */
function sentBefore(found: Request | undefined, askedDigest: string): Request | undefined {
  if (!found || found.state === "draft") return undefined;
  if (isUnsent(found)) refuseClosed(found);
  if (found.askedDigest !== askedDigest) throw new Conflict("request-mismatch");
  return found;
}

interface Own extends By {
  readonly id: RequestId;
  /** Of the request that the page showed. */
  readonly version: number;
}

/**
 * Answers a question, with what was changed; it goes back to who asked it.
 * @throws NotFound; what the kind's rules say; InvalidInput on `reason`; Conflict as `revise`
 */
export async function reviseRequest(
  api: AskRequest,
  { reason, content, files, ...own }: Own & Asked & { readonly reason: string },
): Promise<Request> {
  const before = await findOwnRequest(api, own);
  const { id } = before;
  const kept = await kindOf(api, before.kind).keep({ content, files }, own.person, { id, before });
  const said = keptWords("reason", reason);
  // What another device answered meanwhile, in other words, is not this answer.
  const isSame = isDeepStrictEqual(
    [before.content, before.files, before.trail.at(-1)?.reason ?? ""],
    [kept.content, files, said],
  );
  if (isSame && wasDone(before, own, "revised")) return before;
  refuseOther(before, own);
  // The lock is of one group: what else is wrong is another request.
  if (kept.group !== before.group)
    throw new InvalidInput({ field: "values", code: "unknown-field" });
  const after = revise(before, {
    ...{ at: api.clock.now(), by: own.person.id, content: kept.content, files, chain: kept.chain },
    ...(said !== "" && { reason: said }),
  });
  return await save(api, { before, after, action: "own-request-revised", ...own });
}

/** Takes it back; a draft is thrown away. @throws NotFound; Conflict as `withdraw` */
export async function withdrawRequest(api: AskRequest, own: Own): Promise<Request> {
  const before = await findOwnRequest(api, own);
  if (wasDone(before, own, "withdrawn")) return before;
  refuseOther(before, own);
  const after = withdraw(before, { at: api.clock.now(), by: own.person.id });
  if (before.state !== "draft") {
    try {
      return await save(api, { before, after, action: "own-request-withdrawn", ...own });
    } catch (error) {
      const now = error instanceof Conflict ? await findOwnRequest(api, own) : undefined;
      if (now && wasDone(now, own, "withdrawn")) return now;
      throw error;
    }
  }
  const move = moveTo(before, { ...after, content: null, files: [] });
  return await writeMove(api.requests, move, (next) => api.requests.save(next));
}

/** As it is stored, in the time that its question has. @throws NotFound for everybody else's */
export async function findOwnRequest(
  api: { readonly requests: Pick<Requests, "find"> } & Pick<AskRequest, "freezes">,
  { id, person }: Pick<Own, "id" | "person">,
): Promise<Request> {
  const found = await api.requests.find(id);
  if (found?.person !== person.id || found.unasked || isThrownAway(found))
    throw new NotFound("No such request.");
  return await inAnswerTime(api, found, person);
}

/** @throws Conflict as refuseClosed, or `request-moved`, when it is not what the page showed */
function refuseOther(request: Request, { version }: Own): void {
  if (request.version === version) return;
  refuseClosed(request);
  throw new Conflict("request-moved");
}

/** Whether a page that heard no answer sends again what has been done. */
function wasDone(request: Request, { version }: Own, act: TrailStep["act"]): boolean {
  return request.version > version && request.trail.at(-1)?.act === act;
}

interface Saved extends By {
  readonly before: Request | undefined;
  readonly after: Request;
  readonly action: AccountAction;
}

async function save(api: AskRequest, { before, after, action, person, origin }: Saved) {
  const line = entryOf({
    ...{ employeeId: person.id, action, at: new Date(after.since), matterId: after.id, origin },
    actor: { role: "holder", id: person.id },
  });
  const move = moveTo(before, after, { lines: [line] });
  const write = saveOf(kindOf(api, after.kind), api.requests);
  return await writeMove(api.requests, move, write);
}

function draftOf(api: AskRequest, { person, key, kind }: New): Request {
  const { answerDays } = kindOf(api, kind);
  const { instansiId, unitKerja } = person;
  return {
    ...{ id: ownRequestId(person, key), kind, person: person.id, instansiId, unitKerja },
    ...{ content: null, files: [], state: "draft", group: "", chain: [], place: 0, agreed: [] },
    ...{ answerDays, since: api.clock.now().toISOString(), trail: [], version: 1 },
  };
}

export function kindOf({ kinds }: Pick<AskRequest, "kinds">, name: string): RequestKind {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind) throw new NotFound("No such kind of request.");
  return kind;
}
