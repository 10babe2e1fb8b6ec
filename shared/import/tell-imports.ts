/** Imports as pages are told of them: with how far they are, which their bulk work and their approval know. */
import { type Approval, stateOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { mayEdit, type RoleHolder } from "#shared/access/principal.ts";
import type { Bulk, Bulks } from "#shared/bulk/bulk.ts";
import { type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import { ifReadable } from "#shared/runtime/stored-item.ts";
import { type Import, isFresh, noCounts, peopleOf } from "./import.ts";
import type { ImportAnswer } from "./import-answers.ts";

export interface TellImports {
  readonly employees: Pick<Employees, "findAll">;
  readonly approvals: Pick<Approvals, "find">;
  readonly bulks: Pick<Bulks, "find">;
  readonly clock: Clock;
}

/** One read for the names of all; two more for each that waits or is applied. */
export async function tellImports(
  { employees, approvals, bulks, clock }: TellImports,
  imports: readonly Import[],
  by: RoleHolder,
): Promise<readonly ImportAnswer[]> {
  const standings = await sideBySide(imports, async ({ asking, bulkId, state }) => ({
    approval: state === "waiting" ? await approvalOf(approvals, asking) : undefined,
    bulk:
      bulkId &&
      (await ifReadable({ name: "bulk", ids: { bulkId } }, bulks.find(bulkId), undefined)),
  }));
  const named = [
    ...imports.map(({ askedBy }) => askedBy),
    ...standings.map(({ bulk }) => (bulk ? bulk.stoppedBy : undefined)),
  ];
  const people = await employees.findAll([...new Set(named)].filter((id) => id !== undefined));
  const nameOf = (id: EmployeeId | undefined) => {
    const person = id && people.get(id);
    return person ? fullName(person) : "";
  };
  const now = clock.now();
  return imports.map((each, i) => {
    const standing = standings[i] ?? { approval: undefined, bulk: undefined };
    return {
      ...told(each, standing, { by, now }),
      ...stoppedOf(standing.bulk, nameOf),
      asker: nameOf(each.askedBy),
    };
  });
}

/** Undefined also when nobody can read it, and so nobody approve it: it can be asked for again. */
function approvalOf(
  approvals: TellImports["approvals"],
  asking: Import["asking"],
): Promise<Approval | undefined> {
  const { approvalId } = asking ?? {};
  return approvalId
    ? ifReadable({ name: "approval", ids: { approvalId } }, approvals.find(approvalId), undefined)
    : Promise.resolve(undefined);
}

export interface ImportStanding {
  readonly approval: Approval | undefined;
  readonly bulk: Bulk | undefined;
}

function told(
  each: Import,
  { approval, bulk }: ImportStanding,
  { by, now }: { readonly by: RoleHolder; readonly now: Date },
): Omit<ImportAnswer, "asker" | "stopped"> {
  const { id, fileName, judgement, asking, at } = each;
  const counts = judgement?.counts ?? noCounts;
  const state = stateNow(each, { approval, bulk }, now);
  return {
    ...{ id, state, fileName, rows: judgement?.rows ?? 0, counts, at },
    ...(judgement?.fields && { fields: judgement.fields }),
    ...(asking && { mode: asking.mode, approvalId: asking.approvalId }),
    ...(state === "waiting" && approval && { until: approval.until }),
    ...(bulk && {
      progress: {
        ...{ done: bulk.done, unchanged: bulk.unchanged, refused: bulk.refused },
        total: peopleOf(counts),
      },
    }),
    marked: markedOf(each, bulk),
    may: mayOf(each, state, { by, now }),
  };
}

/** The file back of a judgement is there with it; that of who was refused comes behind the last step. */
export function markedOf(
  { judgement, refusedInFile = 0 }: Import,
  bulk: Bulk | undefined,
): ImportAnswer["marked"] {
  const isOver = bulk !== undefined && bulk.state !== "running";
  if (isOver && bulk.refused !== refusedInFile) return "making";
  return judgement?.hasMarkedFile || refusedInFile > 0 ? "ready" : "none";
}

function stoppedOf(
  bulk: Bulk | undefined,
  nameOf: (id: EmployeeId | undefined) => string,
): Pick<ImportAnswer, "stopped"> {
  if (bulk?.state !== "stopped") return {};
  const by = nameOf(bulk.stoppedBy);
  return { stopped: { why: bulk.stop ?? "asked", at: bulk.movedAt, ...(by && { by }) } };
}

/** What has become of an import by now. */
export function stateNow(
  { state }: Import,
  { approval, bulk }: ImportStanding,
  now: Date,
): ImportAnswer["state"] {
  if (state === "waiting") {
    const decided = approval && stateOf(approval, now);
    if (decided === "pending") return "waiting";
    // The import was read before the transaction that closed its approval, and the approval after it.
    return decided === "approved" ? "applying" : "ended";
  }
  if (state !== "applying" || !bulk) return state;
  return bulk.state === "running" ? "applying" : bulk.state;
}

function mayOf(
  each: Import,
  state: ImportAnswer["state"],
  { by, now }: { readonly by: RoleHolder; readonly now: Date },
): ImportAnswer["may"] {
  if (!mayEdit(by, { instansiId: each.instansiId, unitKerja: "" })) return [];
  if (state === "applying") return ["stop"];
  const isOpen = state === "judged" || state === "ended";
  const isWorthIt = each.judgement !== undefined && peopleOf(each.judgement.counts) > 0;
  return isOpen && isWorthIt && isFresh(each, now) ? ["ask"] : [];
}
