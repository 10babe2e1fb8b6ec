/**
 * The kind of request by which a holder asks for a surat keterangan (decision 0119). An officer who agrees begins the letter, in the transaction
 * of the decision: written, signed and withdrawn it goes the way of all letters.
 */
import { keptWords } from "#shared/access/reason.ts";
import { cardStatus, type Employee, type EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Letter, LetterId, LetterWords } from "#shared/letter/letter.ts";
import { letterEntry } from "#shared/letter/letter-entry.ts";
import { letterKindRules } from "#shared/letter/letter-kinds.ts";
import { lineFindings } from "#shared/letter/letter-profile.ts";
import type { Letters } from "#shared/letter/letters.ts";
import type { PostId } from "#shared/post/post.ts";
import { type ReadDeciders, readDeciders } from "#shared/post/read-deciders.ts";
import { isThrownAway, type Request } from "#shared/request/request.ts";
import type { Asked, Kept, RequestKind } from "#shared/request/request-kind.ts";
import type { Move, Requests } from "#shared/request/requests.ts";
import { Conflict, type FieldProblem, InvalidInput } from "#shared/runtime/errors.ts";
import { type AskedLetter, askedLetter } from "./letter-request-answers.ts";

export interface AskLetter extends ReadDeciders {
  readonly employees: Pick<Employees, "find" | "findAll">;
  readonly letters: Pick<Letters, "save">;
  readonly requests: Pick<Requests, "saving">;
}

/** No law says in how many: as for other requests. */
const hoursToAnswer = 72;
const answerDays = 14;

export function letterRequests(api: AskLetter): RequestKind {
  return {
    answerDays,
    read: parsed,
    keep: async (asked, person) => keep(asked, { person, now: api.clock.now() }),
    isOutdated: async () => false,
    // A stranger in the account would get a paper of the agency.
    heldActs: ["agree", "clarify"],
    carryOut: async (move, by) => await beginLetter(api, move, by),
  };
}

/** Of each kind of letter one is asked for at a time. */
function keep(
  { content }: Asked,
  { person, now }: { readonly person: Employee; readonly now: Date },
): Kept {
  const { letter, purpose: typed, note: words = "" } = parsed(content);
  const [purpose, note] = [keptWords("purpose", typed), keptWords("note", words)];
  const problems: FieldProblem[] = lineFindings("purpose", purpose);
  // Nobody but who asks knows what «keperluan lain» is to state.
  if (letter === "keterangan" && note === "") problems.push({ field: "note", code: "required" });
  if (letterKindRules[letter].activeOnly && cardStatus(person, now) !== "active")
    problems.push({ field: "letter", code: "person-not-active" });
  if (problems.length > 0) throw new InvalidInput(...problems);
  return {
    content: { letter, purpose, ...(note !== "" && { note }) },
    group: letter,
    chain: [{ role: "petugas", hours: hoursToAnswer }],
  };
}

/** @throws Conflict `request-outdated`, `no-signer` */
async function beginLetter(api: AskLetter, move: Move, by: EmployeeId): Promise<void> {
  const { after } = move;
  const person = await api.employees.find(after.person);
  if (person?.instansiId !== after.instansiId) throw new Conflict("request-outdated");
  const words = wordsOf(parsed(after.content), { person, post: await signerOf(api, person) });
  const at = api.clock.now().toISOString();
  const letter: Letter = {
    ...{ id: letterOf(after), instansiId: person.instansiId, words, state: "draft", revision: 1 },
    ...{ request: after.id, steps: [{ to: "draft", by, at }] },
  };
  await api.letters.save(letter, letterEntry(letter), ...api.requests.saving(move));
}

/** The letter of a request: the same one at each try. */
export function letterOf({ id }: Pick<Request, "id">): LetterId {
  return `ltr_${id.slice("req_".length)}`;
}

/** Where nobody says who signs: whoever grants this person's leave. Its officer may choose another post. */
async function signerOf(api: AskLetter, person: Employee): Promise<PostId> {
  const { authority } = await readDeciders(api, person, { leave: "tahunan", place: "home" });
  if (!("post" in authority)) throw new Conflict("no-signer");
  return authority.post.id;
}

/** «Hal», which everybody reads who checks it. */
const subjects: Readonly<Record<AskedLetter["letter"], string>> = {
  "keterangan-aktif": "Keterangan aktif bekerja",
  "keterangan-penghasilan": "Keterangan penghasilan",
  keterangan: "Keterangan pegawai",
};

/** What the officer goes on with: classification, income and text are theirs. */
function wordsOf(
  { letter, purpose, note = "" }: AskedLetter,
  { person, post }: { readonly person: Employee; readonly post: PostId },
): LetterWords {
  return {
    ...{ kind: letter, hal: subjects[letter], classification: "", urgency: "biasa", secrecy: "B" },
    ...{ people: [person.id], considering: [], basis: [], tasks: [], income: [], purpose },
    ...{ to: [], items: [], text: letter === "keterangan" ? note : "", copies: [] },
    ...{ post, onBehalf: [] },
  };
}

function parsed(content: unknown): AskedLetter {
  const read = askedLetter.safeParse(content);
  if (read.success) return read.data;
  throw new InvalidInput({ field: "purpose", code: "malformed" });
}

/** What a request says, for who reads it. */
export function letterAskedOf(
  request: Pick<Request, "submittedAt" | "state" | "content">,
): AskedLetter {
  // Nothing of a draft that was thrown away is kept.
  if (isThrownAway(request)) return { letter: "keterangan", purpose: "" };
  return askedLetter.parse(request.content);
}
