import { type Approval, type ClosedApproval, stateOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import type { Officer } from "#shared/access/scope.ts";
import { type BulkId, type Bulks, newBulk } from "#shared/bulk/bulk.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { importParameters } from "./apply-import.ts";
import { findOwnImport } from "./begin-import.ts";
import {
  type Import,
  type ImportId,
  importFacts,
  importId,
  isFresh,
  isJudged,
  type JudgedImport,
  peopleOf,
} from "./import.ts";
import type { Imports } from "./imports.ts";

export interface AskImport extends AskApproval {
  readonly imports: Pick<Imports, "find" | "asking">;
}

interface Wish {
  readonly id: ImportId;
  readonly mode: "all" | "good-rows";
  readonly reason: string;
  readonly by: Officer;
}

/**
 * An officer asks that what was found in a file be applied. Nothing changes yet. One whose approval has ended without a yes can be asked
 * for again.
 * @returns the approval, waiting; of a repeated request the first one's
 * @throws Conflict `import-nothing-new` (also of a file that cannot be read), `import-has-errors` with mode «all», `import-too-old`,
 * `import-asked`; InvalidInput on `reason`; as findOwnImport and askApproval
 */
export async function askImport(dependencies: AskImport, wish: Wish): Promise<Approval> {
  const { imports, approvals, clock } = dependencies;
  const each = await findOwnImport(imports, wish.id, wish.by);
  const earlier = each.asking && (await approvals.find(each.asking.approvalId));
  if (earlier && stateOf(earlier, clock.now()) === "pending") {
    const isSame = earlier.asker.id === wish.by.employeeId && each.asking?.mode === wish.mode;
    if (isSame) return earlier;
    throw new Conflict("import-asked");
  }
  if (each.state === "applying") throw new Conflict("import-asked");
  const judged = askable(each, wish.mode, clock.now());
  return await askApproval(dependencies, {
    kind: "import",
    subject: { id: each.id, instansiId: each.instansiId, unitKerja: "", revision: 1 },
    old: {},
    new: factsOf(judged, wish.mode),
    reason: wish.reason,
    // Each approval that ended makes room for one more.
    requestId: `${each.id}#${earlier?.id ?? ""}`,
    asker: { id: wish.by.employeeId, role: "petugas" },
    decider: "penyetuju",
    changes: [
      { field: "fileDigest", to: judged.judgement.fileDigest },
      { field: "mode", to: wish.mode },
    ],
    notes: ({ id: approvalId }) => ({
      entries: [],
      writes: [imports.asking(judged, { mode: wish.mode, approvalId })],
    }),
  });
}

function askable(each: Import, mode: Wish["mode"], now: Date): JudgedImport {
  if (!isJudged(each) || each.state === "refused") throw new Conflict("import-nothing-new");
  const { counts } = each.judgement;
  if (mode === "all" && counts.errors > 0) throw new Conflict("import-has-errors");
  if (peopleOf(counts) === 0) throw new Conflict("import-nothing-new");
  if (!isFresh(each, now)) throw new Conflict("import-too-old");
  return each;
}

function factsOf({ fileName, judgement }: JudgedImport, mode: Wish["mode"]) {
  const { fileDigest, resultsDigest, rows, counts, fields } = judgement;
  return { fileName, mode, fileDigest, resultsDigest, rows, counts, ...(fields && { fields }) };
}

export interface CarryOutImport {
  readonly imports: Pick<Imports, "find" | "applying">;
  readonly bulks: Pick<Bulks, "starting">;
  readonly bulkSteps: {
    /** Never fails: what is not sent now is asked for later. */
    sendFirst(id: BulkId): Promise<void>;
  };
  readonly approvals: Pick<Approvals, "close">;
}

/** Closing the approval starts the bulk work, in one transaction; its first message is sent afterwards. */
export function importsAskedFor(dependencies: CarryOutImport): DecidedKind {
  const { imports, bulks, bulkSteps, approvals } = dependencies;
  const isAsAsked = async (approval: Approval) => {
    const id = importId.safeParse(approval.subject.id);
    const each = id.success ? await imports.find(id.data) : undefined;
    const facts = importFacts.parse(approval.new);
    return (
      each?.state === "waiting" &&
      each.asking?.approvalId === approval.id &&
      each.judgement?.resultsDigest === facts.resultsDigest
    );
  };
  return {
    isOutdated: async (approval) => !(await isAsAsked(approval)),
    carryOut: async (closed) => {
      if (!(await isAsAsked(closed.approval))) throw new Conflict("approval-subject-changed");
      const id = importId.parse(closed.approval.subject.id);
      const bulk = bulkOf(closed, id);
      const applying = imports.applying(id, closed.approval.id, bulk.id);
      await approvals.close(closed, applying, bulks.starting(bulk));
      await bulkSteps.sendFirst(bulk.id);
    },
  };
}

function bulkOf({ approval }: ClosedApproval, importId: ImportId) {
  const { id, asker, outcome, subject, reason } = approval;
  const begun = {
    // Of an approval that is closed twice there is one.
    id: `blk_${id.slice("apr_".length)}`,
    kind: "import",
    instansiId: subject.instansiId,
    askedBy: asker.id,
    approvedBy: outcome.by,
    parameters: importParameters.parse({ importId, reason }),
  } as const;
  return newBulk(begun, new Date(outcome.at));
}
