/**
 * The kind of request by which a holder says that a datum of the own record is wrong. The agency mends it or says why not within 3×24 hours of
 * the report (UU 27/2022, article 30), which run at night and on days off too, and in another agency (decisions 0051, 0087). The change of the
 * record itself goes its usual ways.
 */
import { keptWords } from "#shared/access/reason.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { isThrownAway, isUnsent, type Request } from "#shared/request/request.ts";
import type { Asked, Kept, RequestKind } from "#shared/request/request-kind.ts";
import type { Requests } from "#shared/request/requests.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { askedWrongData, wrongData } from "./wrong-data-answers.ts";

const hoursToAnswer = 72;
const answerDays = 14;

export interface MendData {
  readonly employees: Pick<WritableEmployees, "find" | "unchanged">;
  readonly requests: Pick<Requests, "save">;
}

/** A petugas says «Diperbaiki» once the record says something else than at the report, and refuses with a reason. */
export function wrongDataReports({ employees, requests }: MendData): RequestKind {
  return {
    answerDays,
    read: parsed,
    keep: async (asked, person, { before }) => keep(asked, person, before),
    isOutdated: async () => false,
    // The law's days go on, and a question that nobody can answer would let them pass.
    heldActs: ["clarify"],
    carryOut: async (move) => {
      const person = await employees.find(move.after.person);
      if (!person) throw new Conflict("request-outdated");
      if (!isMended(move.after, person)) throw new Conflict("request-not-made");
      await requests.save({ ...move, standing: [...move.standing, employees.unchanged(person)] });
    },
  };
}

/** Whether the record says something else than at the report. */
export function isMended({ content }: Pick<Request, "content">, person: Employee): boolean {
  const { field, stood } = wrongData.parse(content);
  return (person[field] ?? "") !== stood;
}

/** What stood at the report stays what it is about, also where a petugas mended the record before a question was answered. */
function keep({ content }: Asked, person: Employee, before?: Pick<Request, "content">): Kept {
  const { field, right: typed, note: words = "" } = parsed(content);
  const stood = before ? wrongData.parse(before.content).stood : (person[field] ?? "");
  const right = keptWords("right", typed);
  if (right === "") throw new InvalidInput({ field: "right", code: "required" });
  if (right === stood) throw new InvalidInput({ field: "right", code: "nothing-changed" });
  const note = keptWords("note", words);
  return {
    content: { field, stood, right, ...(note !== "" && { note }) },
    group: field,
    chain: [{ role: "petugas", hours: hoursToAnswer, goesOn: true }],
  };
}

function parsed(content: unknown) {
  const read = askedWrongData.safeParse(content);
  if (read.success) return read.data;
  throw new InvalidInput({ field: "right", code: "malformed" });
}

/** What a request says, for who reads it; a draft stands beside what the record says now. */
export function reportedOf(
  request: Pick<Request, "submittedAt" | "state" | "content">,
  person: Employee,
) {
  const { content } = request;
  // Nothing of a draft that was thrown away is kept.
  if (isThrownAway(request)) return { field: "name" as const, stood: "", right: "" };
  if (!isUnsent(request)) return wrongData.parse(content);
  const asked = askedWrongData.parse(content);
  return { ...asked, stood: person[asked.field] ?? "" };
}
