/**
 * The kind of request by which somebody asks for leave (services.md 1.5, decision 0105): the form of Peraturan BKN 24/2017, the pertimbangan of the
 * superior, the decision of the PYBMC, and the days that each of them holds, lets go or makes leave.
 */
import { keptWords } from "#shared/access/reason.ts";
import type { Decrees } from "#shared/decree/decrees.ts";
import { dayOf, type Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { ReadDeciders } from "#shared/post/read-deciders.ts";
import type { Request } from "#shared/request/request.ts";
import type { Asked, Kept, RequestKind } from "#shared/request/request-kind.ts";
import type { Move, Requests } from "#shared/request/requests.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, type FieldProblem, InvalidInput } from "#shared/runtime/errors.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { cltnDecree } from "./cltn-decree.ts";
import { judgeLeave } from "./judge-leave.ts";
import type { SentLeave } from "./leave.ts";
import { calendarOf, type ReadLeave, readCase } from "./leave-case.ts";
import { isSameChain, leaveChain } from "./leave-chain.ts";
import { askedOf, type KeptLeave, parsedLeave, withPermitIn } from "./leave-content.ts";
import { type LeaveFinding, mayPass } from "./leave-findings.ts";
import type { AbsenceChange, LeaveLedgers } from "./leave-ledgers.ts";
import { permitFor } from "./leave-permit.ts";
import { isPostponable } from "./leave-reasons.ts";
import { daysIn, workingDays } from "./leave-span.ts";
import { given, held, isLetGo, isSent, letGo, type Settling } from "./settle-leave.ts";
import { tellingDecider } from "./tell-decider.ts";

/** What a deadline needs that lets days go. */
export interface LetLeaveGo {
  readonly ledgers: Pick<LeaveLedgers, "find" | "save">;
  readonly employees: Pick<Employees, "find">;
  readonly requests: Pick<Requests, "save" | "saving">;
  readonly clock: Clock;
}

export interface AskLeave extends LetLeaveGo, ReadLeave, Omit<ReadDeciders, "employees" | "clock"> {
  readonly ledgers: LetLeaveGo["ledgers"];
  readonly employees: Pick<Employees, "find" | "findAll">;
  readonly decrees: Pick<Decrees, "of" | "adding">;
}

const answerDays = 14;
/** Two requests of one person at once are seldom; three more are a mistake. */
const tries = 4;

export function leaveRequests(api: AskLeave): RequestKind {
  return {
    answerDays,
    read: parsedLeave,
    keep: async (asked, person, { id }) => await keep(api, asked, { person, id }),
    isOutdated: async (request, person) => await isOutdated(api, request, person),
    isPostponable: ({ content }) => {
      const { kind, reason } = parsedKept(content);
      return isPostponable(kind, reason);
    },
    heldActs: ["agree", "clarify"],
    save: async (move) => await saveLeave(api, move),
    carryOut: async (move, by) => await carryOut(api, move, by),
  };
}

const parsedKept = (content: Request["content"]) => askedOf({ content });

async function keep(
  api: AskLeave,
  { content, files }: Asked,
  { person, id }: { readonly person: Employee; readonly id: Request["id"] },
): Promise<Kept> {
  const asked = trimmed(parsedLeave(content));
  const { the } = await readCase(api, { person, asked, id });
  const findings = judgeLeave(the);
  const problems = findings.filter(({ stops }) => stops === "submission").map(problemOf);
  const isUnproven = asked.evidence.length > 0 && files.length === 0;
  if (isUnproven) problems.push({ field: "evidence", code: "evidence-missing", params: {} });
  if (problems.length > 0) throw new InvalidInput(...problems);
  const kept: KeptLeave = {
    ...asked,
    days: daysIn(asked),
    workingDays: workingDays(asked, the.calendar).length,
  };
  // Of each request one: who asks for two holds the days of both.
  return { content: kept, group: id, chain: await leaveChain(api, person, asked) };
}

function trimmed(asked: SentLeave): SentLeave {
  return {
    ...asked,
    words: keptWords("words", asked.words),
    address: keptWords("address", asked.address),
    phone: asked.phone.trim(),
  };
}

function problemOf({ field, code, limit, measured, year }: LeaveFinding): FieldProblem {
  const params = {
    ...(limit !== undefined && { limit }),
    ...(measured !== undefined && { measured }),
    ...(year !== undefined && { year }),
  };
  return { field, code, params };
}

/** Where its person moved since it was sent, and others decide there. */
async function isOutdated(api: AskLeave, request: Request, person: Employee): Promise<boolean> {
  const turned = request.trail.findLast(({ act }) =>
    ["submitted", "revised", "handed-over"].includes(act),
  );
  if (turned?.act !== "handed-over") return false;
  try {
    const chain = await leaveChain(api, person, askedOf(request));
    return !isSameChain(chain, request.chain);
  } catch (error) {
    if (error instanceof Conflict) return true;
    throw error;
  }
}

/** Writes a move that is no approval, with the days that it holds or lets go. */
async function saveLeave(api: AskLeave, untold: Move): Promise<void> {
  const move = await tellingDecider(api, untold);
  const { after } = move;
  if (!isSent(after)) return await saveLetGo(api, move);
  await settle(api, move, async (settling) => {
    const calendar = await calendarOf(api.calendars, settling.person, settling.asked);
    return {
      ledger: held({ ...settling, calendar }),
      absence: absenceOf(after, { isGiven: false }),
    };
  });
}

/** …of one that is not sent with it: where it ends without a leave its days are the person's again. */
export async function saveLetGo(api: LetLeaveGo, move: Move): Promise<void> {
  const { before, after } = move;
  if (!isLetGo(before, after)) return await api.requests.save(move);
  await settle(api, move, async (settling) => ({
    ledger: letGo(settling),
    absence: absenceOf(after, undefined),
  }));
}

async function carryOut(api: AskLeave, decided: Move, by: Id<"emp">): Promise<void> {
  const move = await withPermit(api, decided, by);
  const { after } = move;
  await settle(api, move, async (settling) => {
    const { person, asked } = settling;
    const askedOn = dayOf(person, new Date(after.submittedAt ?? after.since));
    const { the } = await readCase(api, { person, asked, id: after.id, askedOn });
    const calendar = await calendarOf(api.calendars, person, asked);
    const isFit = mayPass(judgeLeave(the), "decision");
    const ledger = isFit ? given({ ...settling, calendar }) : undefined;
    if (!ledger) throw new Conflict("request-outdated");
    const others = await decreesFor(api, settling, by);
    return { ledger, absence: absenceOf(after, { isGiven: true }), others };
  });
}

/** The decision is the signature of the Surat Izin Cuti. */
async function withPermit(api: AskLeave, move: Move, by: Id<"emp">): Promise<Move> {
  const { after } = move;
  const person = await api.employees.find(after.person);
  const permit = person && (await permitFor(api, { person, request: after, by }));
  return permit ? { ...move, after: { ...after, content: withPermitIn(after, permit) } } : move;
}

/** A CLTN acts on the record by itself, on its day. */
async function decreesFor(
  api: AskLeave,
  { person, request, asked }: Settling,
  by: Id<"emp">,
): Promise<readonly JoinedWrite[]> {
  if (asked.kind !== "cltn") return [];
  const decrees = await api.decrees.of(person.id);
  const decree = cltnDecree({ person, request, asked, decrees, by, at: api.clock.now() });
  return decree ? [api.decrees.adding(decree)] : [];
}

interface Settled {
  readonly ledger: ReturnType<typeof letGo>;
  readonly absence: AbsenceChange;
  /** What else is of the same transaction. */
  readonly others?: readonly JoinedWrite[];
}

/** @throws Conflict as `Requests.saving`; `request-outdated` without a record */
async function settle(
  api: LetLeaveGo,
  move: Move,
  made: (settling: Settling) => Promise<Settled>,
): Promise<void> {
  const { after: request } = move;
  const person = await api.employees.find(request.person);
  if (!person) throw new Conflict("request-outdated");
  const asked = askedOf(request);
  const today = dayOf(person, api.clock.now());
  for (let attempt = 1; ; attempt++) {
    const ledger = await api.ledgers.find(person.id);
    const settled = await made({ ledger, person, request, asked, today });
    try {
      const joined = [...(settled.others ?? []), ...api.requests.saving(move)];
      return await api.ledgers.save(ledger, settled.ledger, settled.absence, ...joined);
    } catch (error) {
      const isRaced = error instanceof Conflict && error.code === "leave-moved";
      if (!isRaced || attempt === tries) throw error;
    }
  }
}

function absenceOf(request: Request, on: { readonly isGiven: boolean } | undefined): AbsenceChange {
  const { id, person, instansiId, unitKerja } = request;
  const { from, to } = askedOf(request);
  const place = on && { instansiId, unitKerja };
  return { request: id, person, from, to, isGiven: on?.isGiven ?? false, place };
}
