/** The bulk work by which the records of an agency get its name, which cards print (decision 0041), and its zone (decision 0048). */
import * as z from "zod";
import { type Bulk, type BulkKinds, BulkMissing, type Stepped } from "#shared/bulk/bulk.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { type Revision, revise } from "#shared/employee/revision.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { Agencies } from "./agencies.ts";
import { type Agency, saidOfAgency } from "./agency.ts";

/** Of people that one step looks at. */
const perStep = 25;
/** How often a write is made again because somebody else was faster. */
const tries = 3;

const nameWork = z.object({ reason: z.string() });

export interface CarryNames {
  readonly agencies: Pick<Agencies, "find">;
  readonly employees: Pick<WritableEmployees, "find" | "search" | "save" | "countAll">;
  readonly clock: Clock;
}

/**
 * A step gives people the name and zone that the agency has now: of two changes one after the other the newest name wins, whichever work
 * comes first. Their cards are drawn by the stream of the records.
 */
export function agencyNames(dependencies: CarryNames): BulkKinds["agency-name"] {
  return {
    step: async (bulk: Bulk): Promise<Stepped> => {
      const { instansiId, cursor } = bulk;
      const agency = await dependencies.agencies.find(instansiId);
      if (!agency) throw new BulkMissing("The agency is gone.");
      const page = await dependencies.employees.search({
        ...{ instansiId, words: [], limit: perStep, fits: () => true },
        from: cursor || undefined,
      });
      const counts = { done: 0, unchanged: 0, refused: page.unreadable };
      for (const { id } of page.items) counts[await rename(dependencies, bulk, id, agency)]++;
      const isFirst = cursor === "";
      const total = isFirst ? await dependencies.employees.countAll(instansiId) : undefined;
      return { next: page.next, ...counts, ...(total !== undefined && { total }) };
    },
  };
}

/** A person is one transaction. A step that is done again counts whom it changed before as done. */
async function rename(
  { employees, clock }: CarryNames,
  { instansiId, parameters, startedAt, ...decided }: Bulk,
  id: Employee["id"],
  agency: Agency,
): Promise<"done" | "unchanged" | "refused"> {
  const { reason } = nameWork.parse(parameters);
  for (let attempt = 1; attempt <= tries; attempt++) {
    const person = await employees.find(id);
    if (person?.instansiId !== instansiId) return "unchanged";
    const told = { ...byWhom(decided), at: clock.now(), action: "changed", reason } as const;
    const next = revise(person, saidOfAgency(agency), told);
    if (!next) return person.updatedAt > startedAt ? "done" : "unchanged";
    if (await isSaved(employees, next)) return "done";
  }
  return "refused";
}

/** An operator alone, or a petugas with a penyetuju. */
function byWhom({ askedBy, approvedBy }: Pick<Bulk, "askedBy" | "approvedBy">) {
  if (approvedBy === undefined) return { actor: { role: "operator", id: askedBy } } as const;
  return { actor: { role: "officer", id: askedBy }, approvedBy } as const;
}

/** @returns false when somebody else was faster */
async function isSaved(employees: CarryNames["employees"], next: Revision): Promise<boolean> {
  try {
    await employees.save(next);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
