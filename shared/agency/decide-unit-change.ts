/** The kind of approval that changes the tree of unit kerja: a petugas asks, a penyetuju of the whole agency approves. */
import * as z from "zod";
import type { Approval, ClosedApproval } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import type { FieldChange } from "#shared/audit/audit-entry.ts";
import { type Bulk, type BulkId, type Bulks, newBulk } from "#shared/bulk/bulk.ts";
import { Conflict, ExpectedError, Forbidden } from "#shared/runtime/errors.ts";
import { newId } from "#shared/runtime/ids.ts";
import { headcount } from "./headcount.ts";
import { namesOf } from "./org-unit.ts";
import type { OrgUnits } from "./org-units.ts";
import {
  type PlanUnitChange,
  planUnitChange,
  type UnitChange,
  type UnitMove,
  unitChange,
  unitMove,
} from "./unit-change.ts";

/** What the decider reads of the tree as it was, and how people follow. */
export const unitChangeFacts = z.object({
  /** Who stands in the units that are renamed, merged or moved. */
  people: z.int(),
  /** Of each unit that is moved: what it stood below; empty at the root. */
  parents: z.array(z.string()).readonly(),
  move: unitMove.optional(),
});

/** Counted one by one up to here; more are told as «more than». */
const mostCounted = 20_000;

export interface AskUnitChange extends AskApproval, PlanUnitChange {}

/**
 * Somebody who enters records of the whole agency asks for a change of its tree, or an operator at the command line.
 * @throws Forbidden for who has one unit only; as planUnitChange and askApproval
 */
export async function askUnitChange(
  dependencies: AskUnitChange,
  {
    change,
    by,
    askedAs = "petugas",
    ...request
  }: {
    readonly change: UnitChange;
    readonly reason: string;
    readonly requestId: string;
    /** With the agency whose tree it is. */
    readonly by: Pick<RoleHolder, "employeeId" | "instansiId" | "units">;
    readonly askedAs?: "petugas" | "operator";
  },
): Promise<Approval> {
  if (by.units !== undefined) throw new Forbidden();
  const { instansiId } = by;
  const revision = await dependencies.units.treeRevision(instansiId);
  const { move } = await planUnitChange(dependencies, instansiId, change, newId("blk"));
  const facts = { ...(await factsOf(dependencies, instansiId, change)), ...(move && { move }) };
  return await askApproval(dependencies, {
    kind: "unit-change",
    subject: { id: `agency#${instansiId}`, instansiId, unitKerja: "", revision },
    old: z.json().parse(facts),
    new: z.json().parse(change),
    asker: { id: by.employeeId, role: askedAs },
    decider: "penyetuju",
    changes: [inWords(change)],
    ...request,
  });
}

export interface CarryOutUnitChange extends PlanUnitChange {
  readonly units: PlanUnitChange["units"] & Pick<OrgUnits, "changing">;
  readonly approvals: Pick<Approvals, "close">;
  readonly bulks: Pick<Bulks, "starting">;
  readonly bulkSteps: { sendFirst(id: BulkId): Promise<void> };
}

/** Changes the tree when it is approved, and starts what follows in the same transaction. */
export function unitChanges(api: CarryOutUnitChange): DecidedKind {
  const planAgain = async ({ subject, old, new: wanted }: Approval, workId: string) => {
    const plan = await planUnitChange(api, subject.instansiId, unitChange.parse(wanted), workId);
    // What the decider saw is what is carried out: also a spelling that came in since then asks for another look.
    if (JSON.stringify(plan.move) !== JSON.stringify(unitChangeFacts.parse(old).move))
      throw new Conflict("unit-changed");
    return plan;
  };
  return {
    isOutdated: async (approval) => {
      try {
        await planAgain(approval, newId("blk"));
        return false;
      } catch (error) {
        if (error instanceof ExpectedError) return !isBusy(error);
        throw error;
      }
    },
    carryOut: async (closed) => {
      const { approval } = closed;
      const id = newId("blk");
      const { tree, move } = await planAgain(approval, id).catch((error: unknown) => {
        const isOver = error instanceof ExpectedError && !isBusy(error);
        throw isOver ? new Conflict("approval-subject-changed") : error;
      });
      const started = move ? [api.bulks.starting(workOf(id, approval, move))] : [];
      await api.approvals.close(closed, ...api.units.changing(tree), ...started);
      if (move) await api.bulkSteps.sendFirst(id);
    },
  };
}

/** The people of the unit are on their way: it can be approved a little later. */
function isBusy({ code }: ExpectedError): boolean {
  return code === "unit-busy";
}

/** The bulk work by which people follow. */
function workOf(id: BulkId, approval: ClosedApproval["approval"], move: UnitMove): Bulk {
  const { subject, asker, outcome, reason } = approval;
  const { people } = unitChangeFacts.parse(approval.old);
  const total = people < mostCounted ? { total: people } : {};
  const askedAs = asker.role === "operator" ? "operator" : "officer";
  const parameters = z.json().parse({ approvalId: approval.id, move, reason, askedAs });
  const by = { askedBy: asker.id, approvedBy: outcome.by };
  const { instansiId } = subject;
  return newBulk(
    { id, kind: "unit-move", instansiId, ...by, parameters, ...total },
    new Date(outcome.at),
  );
}

async function factsOf(
  { units, employees }: PlanUnitChange,
  instansiId: string,
  change: UnitChange,
): Promise<Omit<z.infer<typeof unitChangeFacts>, "move">> {
  const touched = touchedBy(change);
  const found = await Promise.all(touched.map(({ id }) => units.find(instansiId, id)));
  const names = found.flatMap((unit) => (unit ? namesOf(unit) : []));
  const parents = found.map((unit) => unit?.parent);
  const above = await Promise.all(parents.map((id) => id && units.find(instansiId, id)));
  return {
    people: await headcount(employees, { instansiId, names }, mostCounted),
    parents: change.action === "move" ? above.map((unit) => (unit ? unit.name : "")) : [],
  };
}

function touchedBy(change: UnitChange) {
  if (change.action === "add") return [];
  return change.action === "move" ? change.units : [change.unit];
}

/** In the words of the history. */
function inWords(change: UnitChange): FieldChange {
  const field = `unit-${change.action}`;
  switch (change.action) {
    case "add":
      return { field, to: change.name };
    case "rename":
      return { field, from: change.unit.name, to: change.name };
    case "merge":
      return { field, from: change.unit.name, to: change.into.name };
    case "move": {
      const from = change.units.map(({ name }) => name).join("; ");
      return { field, from, ...(change.parent && { to: change.parent.name }) };
    }
    case "close":
      return { field, from: change.unit.name };
  }
}
