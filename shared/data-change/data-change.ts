/** The kind of request by which a holder proposes other values for the own record (requirements P-13 to P-15, W-01; decision 0085). */
import * as z from "zod";
import { keptWords } from "#shared/access/reason.ts";
import { hasRole } from "#shared/access/role.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import { refuseRoleHolder } from "#shared/employee/change-employee.ts";
import { decidedValues } from "#shared/employee/decided-values.ts";
import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { groupOf } from "#shared/employee/fields.ts";
import {
  changedValues,
  decidedFields,
  nextValues,
  problemsOfDecided,
  valuesBefore,
} from "#shared/employee/record-change.ts";
import { type Revision, revise } from "#shared/employee/revision.ts";
import { isThrownAway, isUnsent, numberOf, type Request } from "#shared/request/request.ts";
import type { Asked, Kept, RequestKind } from "#shared/request/request-kind.ts";
import type { Requests } from "#shared/request/requests.ts";
import { saveApproved } from "#shared/request/save-approved.ts";
import { type Clock, jakartaDay } from "#shared/runtime/clock.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { askedChange } from "./asked-change.ts";
import { needsFile } from "./proposed-fields.ts";

/** Hours of both links together: 3×24, as UU 27/2022, article 30, gives for a correction. */
const hours = { verify: 48, approve: 24, alone: 72 } as const;
const answerDays = 14;

/** As it is kept. */
export const dataChange = z.strictObject({
  values: decidedValues,
  /** What the record said of the same fields. */
  old: decidedValues,
  note: z.string().exactOptional(),
});

export interface ChangeData {
  readonly employees: Pick<WritableEmployees, "find" | "save">;
  readonly requests: Pick<Requests, "saving">;
  readonly roles: Pick<RoleGrants, "find">;
  readonly clock: Clock;
}

/** What nobody changes alone is verified by a petugas and approved by a penyetuju; everything else a petugas decides (decision 0049). */
export function dataChanges(api: ChangeData): RequestKind {
  return {
    answerDays,
    read: parsed,
    keep: async (asked, person) => keep(api, asked, person),
    isOutdated: async (request, person) => isOutdated(api, request, person),
    heldActs: ["agree", "clarify"],
    isDecidedTogether: async (request, person) => {
      if (request.chain.length > 1 || isOutdated(api, request, person)) return false;
      return !hasRole(await api.roles.find(person.id), person, api.clock.now());
    },
    carryOut: async (move, by) => {
      const person = await api.employees.find(move.after.person);
      const next = person && changed(person, move.after, by);
      if (!next || isOutdated(api, move.after, person)) throw new Conflict("request-outdated");
      await refuseRoleHolder(api, next);
      await saveApproved(api, move, next);
    },
  };
}

function keep(api: ChangeData, { content, files }: Asked, person: Employee): Kept {
  // Whose employment has ended only sees the own card (decision 0010).
  if (cardStatus(person, api.clock.now()) === "ended") throw new Conflict("card-not-active");
  const { values: asked, note: typed } = parsed(content);
  const values = changedValues(asked, person);
  const [first, ...fields] = decidedFields.filter((field) => values[field] !== undefined);
  if (first === undefined) throw new InvalidInput({ field: "values", code: "nothing-changed" });
  const group = groupOf(first);
  const foreign = [first, ...fields].find(
    (field) => group === undefined || groupOf(field) !== group,
  );
  if (group === undefined || foreign)
    throw new InvalidInput({ field: foreign ?? first, code: "unknown-field" });
  const problems = problemsOfDecided(values, person, jakartaDay(api.clock.now()));
  if (problems.length > 0) throw new InvalidInput(...problems);
  const isOfTwo = needsFile(values);
  if (isOfTwo && files.length === 0) throw new InvalidInput({ field: "files", code: "required" });
  const note = keptWords("note", typed ?? "");
  return {
    content: { values, old: valuesBefore(values, person), ...(note !== "" && { note }) },
    group,
    chain: isOfTwo
      ? [
          { role: "petugas", hours: hours.verify },
          { role: "penyetuju", hours: hours.approve },
        ]
      : [{ role: "petugas", hours: hours.alone }],
  };
}

function parsed(content: unknown) {
  const read = askedChange.safeParse(content);
  if (read.success) return read.data;
  throw new InvalidInput({ field: "values", code: "malformed" });
}

/** Whether the record says something else of these fields by now, or may not be changed so any more. */
function isOutdated({ clock }: ChangeData, { content }: Request, person: Employee): boolean {
  const { values, old } = dataChange.parse(content);
  const moved = changedValues(valuesBefore(values, person), old);
  const today = jakartaDay(clock.now());
  const isEnded = cardStatus(person, clock.now()) === "ended";
  return (
    isEnded || Object.keys(moved).length > 0 || problemsOfDecided(values, person, today).length > 0
  );
}

/** With both names, where two decided. */
function changed(person: Employee, request: Request, by: string): Revision | undefined {
  const { values, note } = dataChange.parse(request.content);
  const [verifier = by] = request.agreed;
  return revise(person, nextValues(values), {
    ...{ at: new Date(request.since), action: "changed" },
    actor: { role: "officer", id: verifier },
    ...(verifier !== by && { approvedBy: by }),
    ...(note !== undefined && { reason: note }),
    source: {
      number: `Pengajuan ${numberOf(request)}`,
      ...(request.files[0] && { file: request.files[0] }),
    },
  });
}

/** What a request proposes, for who reads it; a draft has not been compared with the record yet. */
export function proposedOf(request: Pick<Request, "submittedAt" | "state" | "content">) {
  const { content } = request;
  // Nothing of a draft that was thrown away is kept.
  if (isThrownAway(request)) return { values: {}, old: {} };
  return isUnsent(request) ? { ...askedChange.parse(content), old: {} } : dataChange.parse(content);
}
