import type { Standing } from "#shared/access/decide-approval.ts";
import { refuseOwnRecord } from "#shared/access/own-record.ts";
import { keptReason, keptWords } from "#shared/access/reason.ts";
import { entryOf } from "#shared/account/account-event.ts";
import type { AccountAction } from "#shared/audit/account-actions.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { PostId } from "#shared/post/post.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Busy, Conflict, Forbidden, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { kindOf } from "./ask-request.ts";
import { followed } from "./follow-person.ts";
import { type Freezes, inAnswerTime } from "./freezes.ts";
import {
  advise,
  agree,
  askClarification,
  asOf,
  reject,
  release,
  type Said,
  take,
} from "./move-request.ts";
import { questionCodes, refusalCodesOf } from "./reason-codes.ts";
import { refuseClosed } from "./refuse-closed.ts";
import {
  type ChainLink,
  linkInTurn,
  needsReason,
  type Request,
  type RequestId,
  type Verdict,
} from "./request.ts";
import type { RequestKind, RequestKinds } from "./request-kind.ts";
import { moveTo, type Requests } from "./requests.ts";
import { mayDecide, maySee, postsOf, type RequestDecider } from "./whose-turn.ts";
import { saveOf, writeMove } from "./write-move.ts";

/** In which of these posts somebody acts now, and the conditions that hold a transaction to it. */
interface ActsIn {
  readonly posts: readonly PostId[];
  readonly unchanged: readonly JoinedWrite[];
}

export interface DecideRequest {
  readonly requests: Pick<Requests, "find" | "save">;
  readonly kinds: RequestKinds;
  readonly employees: Pick<Employees, "find">;
  /** The roles that somebody has now. */
  readonly standingOf: (id: Id<"emp">) => Promise<Standing>;
  /** Asked where a post decides. */
  readonly actsIn: (id: Id<"emp">, posts: readonly PostId[]) => Promise<ActsIn>;
  readonly freezes: Freezes;
  readonly clock: Clock;
}

/** What an officer does with a request. */
export type Decision =
  | { readonly act: "take" | "release" | "agree" }
  | { readonly act: "advise"; readonly verdict: Verdict; readonly reason: string }
  | ({ readonly act: "clarify" } & Required<Omit<Said, "verdict">>)
  | ({ readonly act: "reject"; readonly verdict?: "postponed" } & Required<Omit<Said, "verdict">>);

/** What became of it, and whom it is about as the record was read before. */
interface Decided {
  readonly request: Request;
  readonly person: Employee;
}

interface Found {
  readonly before: Request;
  readonly person: Employee;
}

interface Deciding {
  readonly id: RequestId;
  /** Of the request that the page showed. */
  readonly version: number;
  readonly by: RequestDecider;
  readonly decision: Decision;
  /** With others like it, for one reason. */
  readonly together?: true;
}

const actions: Readonly<Partial<Record<Decision["act"] | "approve", AccountAction>>> = {
  agree: "own-request-agreed",
  advise: "own-request-agreed",
  approve: "own-request-approved",
  clarify: "own-request-clarification",
  reject: "own-request-rejected",
};

/** How often a decision is made again because the decider's roles moved at the same moment. */
const tries = 3;

/**
 * An officer looks at a request, gives it back, asks, agrees or says no. The last one who agrees has it carried out, in the transaction that
 * ends it, which also holds that the roles are as they were read, and that the account is not frozen.
 * @throws NotFound out of reach; Forbidden `own-record`, `forbidden` when it is the other role's turn; InvalidInput on `reason`, or on a `code` that is none of its own;
 * Conflict `request-moved` when it is not what the page showed, or as the move says; `request-outdated`; `request-alone` when it is not to
 * be decided together with others; `request-not-postponable`; `request-unasked` for a question that nobody could answer;
 * `request-held` while its person's account is frozen
 */
export async function decideRequest(api: DecideRequest, deciding: Deciding): Promise<Decided> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await decide(api, deciding);
    } catch (error) {
      const isRaced = error instanceof Conflict && error.code === "decision-raced";
      if (!isRaced) throw error;
      if (attempt === tries) throw new Busy(1);
    }
  }
}

async function decide(api: DecideRequest, deciding: Deciding): Promise<Decided> {
  const { by, decision } = deciding;
  const { before, person } = await findToDecide(api, deciding);
  const now = api.clock.now();
  const current = asOf(before, now);
  refuseClosed(current);
  const link = linkInTurn(current);
  if (!link) throw new Conflict("request-moved");
  const standing = await standingIn(api, { link, current, by });
  if (!mayDecide(current, { ...by, ...standing })) throw new Forbidden();
  const kind = kindOf(api, before.kind);
  await refuseUnfit(kind, { before, person }, deciding);
  const { act } = deciding.decision;
  const isHeldAct = kind.heldActs?.some((each) => each === act) === true;
  if (isHeldAct && (await api.freezes.isFrozen(person))) throw new Conflict("request-held");
  const after = moved(before, deciding, now);
  if (after === before) return { request: before, person };
  const isApproved = after.state === "approved";
  const action = actions[isApproved ? "approve" : decision.act];
  const lines = action ? [lineOf(after, action, by.employeeId)] : [];
  const unfrozen = isHeldAct ? [api.freezes.unfrozen(person)] : [];
  const move = moveTo(before, after, { lines, standing: [...standing.unchanged, ...unfrozen] });
  if (decision.act === "agree" && (await kind.isOutdated(before, person)))
    throw new Conflict("request-outdated");
  const request = await writeMove(api.requests, move, async (next) => {
    if (isApproved) await kind.carryOut(next, by.employeeId);
    else await saveOf(kind, api.requests)(next);
  });
  return { request, person };
}

/** What its kind does not have. @throws InvalidInput on `code`, as the other ones say */
async function refuseUnfit(
  kind: RequestKind,
  { before, person }: Found,
  { decision, together }: Deciding,
): Promise<void> {
  if (together && !(await kind.isDecidedTogether?.(before, person)))
    throw new Conflict("request-alone");
  if (decision.act === "clarify" && kind.isUnanswerable) throw new Conflict("request-unasked");
  const isPutOff = decision.act === "reject" && decision.verdict === "postponed";
  if (isPutOff && !kind.isPostponable?.(before)) throw new Conflict("request-not-postponable");
  const codes = decision.act === "reject" ? refusalCodesOf(before) : questionCodes;
  if ("code" in decision && !codes.includes(decision.code))
    throw new InvalidInput({ field: "code", code: "unknown-choice" });
}

/** What the decider has now of what the step asks for: roles, or posts. */
async function standingIn(
  { standingOf, actsIn }: DecideRequest,
  {
    link,
    current,
    by,
  }: { readonly link: ChainLink; readonly current: Request; readonly by: RequestDecider },
) {
  if (link.post) return await actsIn(by.employeeId, postsOf(link, current));
  const { roles, unchanged } = await standingOf(by.employeeId);
  return { roles, unchanged: [unchanged] };
}

/** As the page showed it, where its person works now. */
async function findToDecide(api: DecideRequest, { id, by, version }: Deciding): Promise<Found> {
  const found = await api.requests.find(id);
  if (!found || !maySee(asOf(found, api.clock.now()), by)) throw new NotFound("No such request.");
  refuseOwnRecord(found.person, by);
  const person = await api.employees.find(found.person);
  if (!person) throw new NotFound("No such request.");
  // Who works elsewhere by now is decided there.
  const before = await followed(api, await inAnswerTime(api, found, person), person);
  if (before.version === found.version && found.version === version) return { before, person };
  refuseClosed(before);
  throw new Conflict("request-moved");
}

function moved(before: Request, { decision, by }: Deciding, at: Date): Request {
  const acted = { at, by: by.employeeId };
  if (!("reason" in decision)) return { take, release, agree }[decision.act](before, acted);
  if (decision.act === "advise") return advise(before, { ...acted, ...adviceIn(decision) });
  const said = { ...acted, code: decision.code, reason: keptReason(decision.reason) };
  if (decision.act === "clarify") return askClarification(before, said);
  const { verdict } = decision;
  return reject(before, { ...said, ...(verdict && { verdict }) });
}

function adviceIn({ verdict, reason }: Extract<Decision, { readonly act: "advise" }>) {
  const kept = needsReason(verdict) ? keptReason(reason) : keptWords("reason", reason);
  return { verdict, ...(kept !== "" && { reason: kept }) };
}

/**
 * What the history tells of it; without words, which stand in the request. It is the account's history, which its person reads and is told of;
 * of a request that nobody asked for one of the request's own, so that who decided it is sealed as well.
 */
export function lineOf(after: Request, action: AccountAction, by?: Id<"emp">): AuditEntry {
  const { holderTold, ...line } = entryOf({
    ...{ employeeId: after.person, action, at: new Date(after.since), matterId: after.id },
    actor: by === undefined ? { role: "system" } : { role: "officer", id: by },
  });
  if (after.unasked) return { ...line, subjectId: `request#${after.id}` };
  return { ...line, ...(holderTold && { holderTold }) };
}
