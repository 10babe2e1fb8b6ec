/**
 * The kind of request by which somebody has a certificate of others counted (decision 0124): an officer decides with the certificate beside it, and
 * its JP are in the ledger with the transaction of the decision.
 */
import { keptWords } from "#shared/access/reason.ts";
import { cardStatus, dayOf, type Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Request } from "#shared/request/request.ts";
import type { Asked, Kept, RequestKind } from "#shared/request/request-kind.ts";
import type { Move, Requests } from "#shared/request/requests.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, type FieldProblem, InvalidInput } from "#shared/runtime/errors.ts";
import { type AskedClaim, askedClaim } from "./asked-claim.ts";
import { claimedEntry, claimProblems, isNumberIn } from "./external-claim.ts";
import { numberKeyOf } from "./learning-ledger.ts";
import type { ClaimedResults } from "./training-results.ts";

export interface ClaimCertificate {
  readonly results: ClaimedResults;
  readonly employees: Pick<Employees, "find">;
  readonly requests: Pick<Requests, "save">;
  readonly clock: Clock;
}

const answerDays = 14;
/** No law says in how many: as for other requests. */
const hoursToDecide = 72;

export function certificateClaims(api: ClaimCertificate): RequestKind {
  return {
    answerDays,
    read: parsed,
    keep: async (asked, person) => await keep(api, asked, person),
    isOutdated: async (request, person) => await isOutdated(api, request, person),
    // A stranger in the account would have JP counted.
    heldActs: ["agree", "clarify"],
    carryOut: async (move) => await carryOut(api, move),
  };
}

function parsed(content: unknown): AskedClaim {
  const read = askedClaim.safeParse(content);
  if (read.success) return read.data;
  throw new InvalidInput({ field: "number", code: "malformed" });
}

/** Of each number one claim is open: two that are agreed to at once would count it twice. */
async function keep(
  api: ClaimCertificate,
  { content, files }: Asked,
  person: Employee,
): Promise<Kept> {
  const now = api.clock.now();
  // Whose employment has ended only sees the own card (decision 0010).
  if (cardStatus(person, now) === "ended") throw new Conflict("card-not-active");
  const { note: words = "", ...typed } = parsed(content);
  const [name, organiser] = [
    keptWords("name", typed.name),
    keptWords("organiser", typed.organiser),
  ];
  const [number, note] = [keptWords("number", typed.number), keptWords("note", words)];
  const asked = { ...typed, name, organiser, number };
  const entries = await api.results.learnt(person.id);
  const problems: FieldProblem[] = claimProblems(asked, { today: dayOf(person, now), entries });
  if (files.length === 0) problems.push({ field: "files", code: "required" });
  if (problems.length > 0) throw new InvalidInput(...problems);
  return {
    content: { ...asked, ...(note !== "" && { note }) },
    group: numberKeyOf(number),
    chain: [{ role: "petugas", hours: hoursToDecide }],
  };
}

/** Its number counts already, by a certificate of the agency that came meanwhile; or its person has left. */
async function isOutdated(
  api: ClaimCertificate,
  { content }: Pick<Request, "content">,
  person: Employee,
): Promise<boolean> {
  if (cardStatus(person, api.clock.now()) === "ended") return true;
  return isNumberIn(parsed(content).number, await api.results.learnt(person.id));
}

/** @throws Conflict `request-outdated`, also when its number came into the ledger at this moment; or as `Requests.save` */
async function carryOut(api: ClaimCertificate, move: Move): Promise<void> {
  const { after } = move;
  const person = await api.employees.find(after.person);
  if (!person || (await isOutdated(api, after, person))) throw new Conflict("request-outdated");
  const counted = api.results.counting(person.id, claimedEntry(parsed(after.content), after.id));
  await api.requests.save({ ...move, standing: [...move.standing, counted] });
}
