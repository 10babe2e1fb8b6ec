import * as z from "zod";
import type { Approval } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import type { Officer } from "#shared/access/scope.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import type { Agencies, WritableAgencies } from "./agencies.ts";
import {
  type Agency,
  type AgencyDetails,
  agencyDetails,
  detailsOf,
  isSaidAlike,
} from "./agency.ts";
import {
  checkedDetails,
  lineOf,
  nextOf,
  refuseTakenName,
  type Unfitting,
} from "./change-agency.ts";
import { namedAnew, type StartNames } from "./name-work.ts";

export interface AskAgencyChange extends AskApproval {
  readonly agencies: Pick<Agencies, "find" | "list">;
  readonly unfitting: Unfitting;
}

/**
 * A petugas asks that the own agency be another one.
 * @param request.revision of the agency, as it was seen
 * @returns the approval, waiting
 * @throws NotFound without an agency, or when the petugas reaches only units of it; Conflict `agency-changed`,
 * `agency-name-taken`; InvalidInput as changeAgency; as askApproval
 */
export async function askAgencyChange(
  dependencies: AskAgencyChange,
  request: {
    readonly by: Officer;
    readonly revision: number;
    readonly details: AgencyDetails;
    readonly reason: string;
    readonly requestId: string;
  },
): Promise<Approval> {
  const { by, revision, reason, requestId } = request;
  const old = await findOwnAgency(dependencies, by);
  if (!old) throw new NotFound("The agency is not there yet.");
  if (old.revision !== revision) throw new Conflict("agency-changed");
  const details = checkedDetails(request.details, dependencies.unfitting);
  const { changes } = nextOf(old, details);
  await refuseTakenName(dependencies.agencies, { id: old.id, name: details.name }, old);
  return await askApproval(dependencies, {
    kind: "agency-change",
    subject: { id: `agency#${old.id}`, instansiId: old.id, unitKerja: "", revision },
    old: stored(detailsOf(old)),
    new: stored(details),
    reason,
    requestId,
    asker: { id: by.employeeId, role: "petugas" },
    decider: "penyetuju",
    changes,
  });
}

/** As it lies in an approval. */
const stored = (details: AgencyDetails) => z.json().parse(details);

/**
 * The agency of somebody who works for all of it; undefined when it is not in the table yet.
 * @throws NotFound for whom a role for units of it brings here
 */
export async function findOwnAgency(
  { agencies }: { readonly agencies: Pick<Agencies, "find"> },
  by: Officer,
): Promise<Agency | undefined> {
  return await agencies.find(wholeAgencyOf(by));
}

/** The agency of somebody who works for all of it. @throws NotFound for whom a role for units of it brings here */
export function wholeAgencyOf({ instansiId, units }: Officer): string {
  if (units !== undefined) throw new NotFound("Only who works for the whole agency.");
  return instansiId;
}

export interface CarryOutAgencyChange extends StartNames {
  readonly agencies: Pick<WritableAgencies, "find" | "list" | "save">;
  readonly approvals: Pick<Approvals, "closing">;
}

/** The agency as it was asked for; undefined also when another agency has got the name since. */
async function findAsAsked(
  agencies: CarryOutAgencyChange["agencies"],
  { subject, new: wanted }: Approval,
): Promise<Agency | undefined> {
  const agency = await agencies.find(subject.instansiId);
  if (agency?.revision !== subject.revision) return undefined;
  try {
    await refuseTakenName(agencies, { ...agencyDetails.parse(wanted), id: agency.id }, agency);
    return agency;
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    throw error;
  }
}

/** Makes an agency what was approved. */
export function agencyChanges({
  agencies,
  approvals,
  ...names
}: CarryOutAgencyChange): DecidedKind {
  return {
    isOutdated: async (approval) => !(await findAsAsked(agencies, approval)),
    carryOut: async (closed) => {
      const { asker, outcome, reason, new: wanted } = closed.approval;
      const old = await findAsAsked(agencies, closed.approval);
      if (!old) throw new Conflict("approval-subject-changed");
      const { next, changes } = nextOf(old, agencyDetails.parse(wanted));
      const actor = { role: "officer", id: asker.id } as const;
      const line = lineOf(next, { at: outcome.at, actor, reason });
      const entry = { ...line, action: "changed", approvedBy: outcome.by, changes } as const;
      const decided = {
        askedBy: asker.id,
        approvedBy: outcome.by,
        reason,
        at: new Date(outcome.at),
      };
      const named = isSaidAlike(old, next) ? undefined : namedAnew(names, next, decided);
      const { agency = next, writes = [] } = named ?? {};
      try {
        await agencies.save(agency, entry, ...writes, ...approvals.closing(closed));
      } catch (error) {
        const isRaced = error instanceof Conflict && error.code === "agency-changed";
        throw isRaced ? new Conflict("approval-subject-changed") : error;
      }
      await named?.sendFirst();
    },
  };
}
