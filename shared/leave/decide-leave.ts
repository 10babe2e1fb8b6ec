/** What whoever acts in a post sees of the leaves that wait there (decision 0106). */
import { isOwnRecord } from "#shared/access/own-record.ts";
import { dayOf, type Employee, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { fileGrant } from "#shared/evidence/evidence-proof.ts";
import { postsActedBy } from "#shared/post/acts-in.ts";
import type { Posts } from "#shared/post/posts.ts";
import { followed } from "#shared/request/follow-person.ts";
import { type Freezes, inAnswerTime } from "#shared/request/freezes.ts";
import { asOf } from "#shared/request/move-request.ts";
import { linkInTurn, numberOf, type Request, type RequestId } from "#shared/request/request.ts";
import type { RequestKind } from "#shared/request/request-kind.ts";
import type { Requests } from "#shared/request/requests.ts";
import { requestFactsOf } from "#shared/request/tell-request.ts";
import {
  isBarred,
  isTurnOf,
  maySee,
  postsOf,
  type RequestDecider,
} from "#shared/request/whose-turn.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import { judgeLeave } from "./judge-leave.ts";
import type { DecidedLeave, WaitingLeaves } from "./leave-answers.ts";
import { freeIn, leaveNotes } from "./leave-balance.ts";
import { type ReadLeave, readCase } from "./leave-case.ts";
import { askedOf, leaveOf } from "./leave-content.ts";
import type { LeaveLedgers } from "./leave-ledgers.ts";
import { yearOf } from "./leave-span.ts";
import { mayRecall, recallable } from "./recall-leave.ts";
import { recalledOf, whoseOf } from "./tell-leave.ts";

export interface DecideLeave extends ReadLeave {
  readonly ledgers: Pick<LeaveLedgers, "find" | "away">;
  readonly requests: Pick<Requests, "find" | "save" | "waiting">;
  readonly posts: Pick<Posts, "actedBy">;
  readonly employees: Pick<Employees, "find" | "findAll">;
  readonly freezes: Freezes;
  readonly hmacKey: Pick<DerivedKeys, "derive">;
}

/** Of each post; who has more waiting decides these first. */
const mostOfAPost = 50;

/** The reader as a decider: by posts alone. */
export async function deciderOf(
  api: Pick<DecideLeave, "posts" | "clock">,
  reader: Employee,
): Promise<RequestDecider & { readonly titles: readonly string[] }> {
  const acted = await postsActedBy(api, reader);
  return {
    ...{ employeeId: reader.id, instansiId: reader.instansiId, roles: [] },
    posts: acted.map(({ id }) => id),
    titles: acted.map(({ title }) => title),
  };
}

/** What waits for the reader, the oldest first; the own ones wait for somebody else. */
export async function waitingLeaves(api: DecideLeave, reader: Employee): Promise<WaitingLeaves> {
  const { titles, ...by } = await deciderOf(api, reader);
  const { posts = [] } = by;
  const lists = await Promise.all(
    posts.map((post) => api.requests.waiting(post, { limit: mostOfAPost })),
  );
  const now = api.clock.now();
  const waiting = lists
    .flat()
    .map((each) => asOf(each, now))
    .filter(({ kind, person }) => kind === "leave" && person !== reader.id)
    .filter((each) => isTurnOf(each, by))
    .toSorted((a, b) => ((a.submittedAt ?? "") < (b.submittedAt ?? "") ? -1 : 1));
  const people = await api.employees.findAll(waiting.map(({ person }) => person));
  return {
    posts: titles,
    items: waiting.flatMap((request) => {
      const person = people.get(request.person);
      return person ? [lineOf(request, person)] : [];
    }),
  };
}

function lineOf(request: Request, person: Employee): WaitingLeaves["items"][number] {
  const { id, submittedAt = request.since, dueAt, widened } = request;
  return {
    ...{ id, number: numberOf(request), name: fullName(person), unitKerja: person.unitKerja },
    ...{ content: leaveOf(request), submittedAt },
    role: linkInTurn(request)?.role === "superior" ? "superior" : "authority",
    ...(dueAt !== undefined && { dueAt }),
    ...(widened && { widened }),
  };
}

interface Found {
  readonly request: Request;
  readonly person: Employee;
}

/** A leave in whose chain the reader acts. @throws NotFound for everybody else, and of the own one */
export async function findForDecider(
  api: DecideLeave,
  { id, by }: { readonly id: RequestId; readonly by: RequestDecider },
): Promise<Found> {
  const stored = await api.requests.find(id);
  const isSeen = stored?.kind === "leave" && maySee(asOf(stored, api.clock.now()), by);
  const person = isSeen ? await api.employees.find(stored.person) : undefined;
  if (!isSeen || !person || isOwnRecord(person.id, by)) throw new NotFound("No such request.");
  return { request: await followed(api, await inAnswerTime(api, stored, person), person), person };
}

/** All that a decision rests on: the form, the balance, what the rules find, and who else of the unit is away. */
export async function tellForDecider(
  api: DecideLeave & { readonly kind: RequestKind },
  { request: stored, person }: Found,
  by: RequestDecider,
): Promise<DecidedLeave> {
  const now = api.clock.now();
  const request = asOf(stored, now);
  const asked = askedOf(request);
  const askedOn = dayOf(person, new Date(request.submittedAt ?? request.since));
  const [{ the }, away, ledger] = await Promise.all([
    readCase(api, { person, asked, id: request.id, askedOn }),
    api.ledgers.away(person, asked),
    api.ledgers.find(person.id),
  ]);
  const year = yearOf(asked.from);
  const waits = linkInTurn(request) !== undefined;
  const others = away.filter(({ person: who }) => who !== person.id);
  const people = await api.employees.findAll(others.map(({ person: who }) => who));
  return {
    ...requestFactsOf(request),
    files: await filesFor(api, request, by),
    ...{ kind: "leave", content: leaveOf(request), employeeId: person.id },
    ...whoseOf(person, dayOf(person, now)),
    ...turnOf(request, by),
    ...(waits && api.kind.isPostponable?.(request) && { postponable: true as const }),
    ...(waits && (await api.kind.isOutdated(request, person)) && { outdated: true as const }),
    findings: waits ? judgeLeave(the) : [],
    ...{ year, notes: leaveNotes(the.account, year), leftAfter: freeIn(the.account, year) },
    ...recallOf({ request, leaves: ledger.leaves }, by, dayOf(person, now)),
    away: others.flatMap(({ person: who, from, to, isGiven }) => {
      const other = people.get(who);
      return other ? [{ name: fullName(other), from, to, isGiven }] : [];
    }),
  };
}

function recallOf(
  given: Parameters<typeof recallable>[0],
  by: RequestDecider,
  today: string,
): Pick<DecidedLeave, "recallable" | "recalledFrom"> {
  const recalledFrom = recalledOf(given, given.request.id);
  const open = mayRecall(given.request, by) ? recallable(given, today) : undefined;
  return {
    ...(recalledFrom !== undefined && { recalledFrom }),
    ...(open && { recallable: { from: open.from, to: open.to } }),
  };
}

/** With what opens them, by the post whose turn it is; whoever decided before, or comes later, opens none. */
async function filesFor(
  { hmacKey, clock }: Pick<DecideLeave, "hmacKey" | "clock">,
  request: Request,
  by: RequestDecider,
): Promise<DecidedLeave["files"]> {
  const { files, person: employeeId } = request;
  const link = linkInTurn(request);
  const post = link && postsOf(link, request).find((each) => by.posts?.includes(each));
  if (post === undefined || !isTurnOf(request, by)) return files.map((file) => ({ file }));
  const granted = { employeeId: by.employeeId, instansiId: post };
  const grants = files.map(async (file) => ({
    file,
    grant: await fileGrant(hmacKey, { file, employeeId, by: granted }, clock.now()),
  }));
  return await Promise.all(grants);
}

function turnOf(request: Request, by: RequestDecider) {
  const isTurn = isTurnOf(request, by);
  return {
    ...(isTurn && { yours: true as const }),
    ...(isTurn && linkInTurn(request)?.advises && { advises: true as const }),
    ...(isBarred(request, by) && { barred: true as const }),
  };
}
