import { personId } from "#shared/access/role.ts";
import type { Actor, AuditEntry, FieldChange } from "#shared/audit/audit-entry.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, type FieldProblem, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import type { Agencies, WritableAgencies } from "./agencies.ts";
import { type Agency, type AgencyDetails, isSaidAlike, keptDetails } from "./agency.ts";
import { namedAnew, type StartNames } from "./name-work.ts";
import { keyOf } from "./org-unit.ts";

/** What of an agency no card has room for, or no template has. It measures letters, so it stands with the card. */
export type Unfitting = (details: AgencyDetails) => readonly FieldProblem[];

export interface ChangeAgency {
  readonly agencies: Pick<WritableAgencies, "find" | "list" | "save">;
  readonly unfitting: Unfitting;
  readonly clock: Clock;
}

interface Said {
  readonly id: string;
  readonly details: AgencyDetails;
  readonly by: Actor;
  readonly reason?: string;
}

/**
 * Adds an agency.
 * @throws InvalidInput as checkedDetails; Conflict `agency-exists`, `agency-name-taken`
 */
export async function addAgency(
  { agencies, unfitting, clock }: ChangeAgency,
  { id, details, by, reason }: Said,
): Promise<Agency> {
  const added = { ...checkedDetails(details, unfitting), id, revision: 1 };
  await refuseTakenName(agencies, added);
  const line = lineOf(added, { at: clock.now().toISOString(), actor: by, reason });
  try {
    await agencies.save(added, {
      ...line,
      action: "registered",
      changes: changesBetween(undefined, added),
    });
  } catch (error) {
    const isThere = error instanceof Conflict && error.code === "agency-changed";
    throw isThere ? new Conflict("agency-exists") : error;
  }
  return added;
}

/**
 * Changes an agency. Its cards are drawn in the new look when they are next looked at; a new name or zone is carried into its records.
 * @param change.revision of the agency, as it was seen
 * @param change.by of a new name or zone with an id
 * @throws InvalidInput as checkedDetails, and on `name`: `nothing-changed`; NotFound; Conflict `agency-changed`,
 * `agency-name-taken`
 */
export async function changeAgency(
  { agencies, unfitting, clock, ...names }: ChangeAgency & StartNames,
  { id, revision, details, by, reason }: Said & { readonly revision: number },
): Promise<Agency> {
  const old = await agencies.find(id);
  if (!old) throw new NotFound("No such agency.");
  if (old.revision !== revision) throw new Conflict("agency-changed");
  const { next, changes } = nextOf(old, checkedDetails(details, unfitting));
  await refuseTakenName(agencies, next, old);
  const now = clock.now();
  const line = lineOf(next, { at: now.toISOString(), actor: by, reason });
  const entry = { ...line, action: "changed", changes } as const;
  if (isSaidAlike(old, next)) {
    await agencies.save(next, entry);
    return next;
  }
  const decided = { askedBy: personId.parse(by.id), reason: reason ?? "", at: now };
  const { agency, writes, sendFirst } = namedAnew(names, next, decided);
  await agencies.save(agency, entry, ...writes);
  await sendFirst();
  return agency;
}

/**
 * Cards and the page of a verification say an agency's name, so no two have the same one, however it is spelt. Two agencies that get one
 * name in the same second both keep it: only operators and two persons of an agency give names, and the list shows both.
 * @param old the agency as it is: one that keeps its name is not asked about it
 * @throws Conflict `agency-name-taken`
 */
export async function refuseTakenName(
  agencies: Pick<Agencies, "list">,
  { id, name }: Pick<Agency, "id" | "name">,
  old?: Pick<Agency, "name">,
): Promise<void> {
  if (old?.name === name) return;
  const all = await agencies.list();
  if (all.some((each) => each.id !== id && keyOf(each.name) === keyOf(name)))
    throw new Conflict("agency-name-taken");
}

/**
 * The details as they are saved.
 * @throws InvalidInput as keptDetails; `unknown-choice`, `no-room-on-card`
 */
export function checkedDetails(details: AgencyDetails, unfitting: Unfitting): AgencyDetails {
  const kept = keptDetails(details);
  const problems = unfitting(kept);
  if (problems.length > 0) throw new InvalidInput(...problems);
  return kept;
}

/** The next revision. @throws InvalidInput on `name`: `nothing-changed` */
export function nextOf(
  old: Agency,
  details: AgencyDetails,
): { readonly next: Agency; readonly changes: readonly FieldChange[] } {
  const { id, revision, nameWork } = old;
  const next = { ...details, id, revision: revision + 1, ...(nameWork && { nameWork }) };
  const changes = changesBetween(old, next);
  if (changes.length === 0) throw new InvalidInput({ field: "name", code: "nothing-changed" });
  return { next, changes };
}

/** Old and new in the words of the history. */
function changesBetween(old: Agency | undefined, next: Agency): readonly FieldChange[] {
  const before = old ? fieldsOf(old) : {};
  const after = fieldsOf(next);
  return Object.keys({ ...before, ...after }).flatMap((field) => {
    const [from, to] = [before[field], after[field]];
    if (from === to) return [];
    return [{ field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}

function fieldsOf({ name, zone, address, emblem, palette, texts }: AgencyDetails) {
  const fields: Readonly<Record<string, string | undefined>> = {
    ...{ name, zone, address, emblem, palette },
    ...texts,
  };
  return fields;
}

/** What every line of an agency's history says. */
export function lineOf(
  { id, revision }: Pick<Agency, "id" | "revision">,
  {
    at,
    actor,
    reason,
  }: Pick<AuditEntry, "at" | "actor"> & { readonly reason?: string | undefined },
): Pick<AuditEntry, "subjectId" | "revision" | "at" | "actor" | "reason"> {
  return {
    subjectId: agencySubject(id),
    revision,
    at,
    actor,
    ...(reason !== undefined && { reason }),
  };
}

/** The subject of the history of an agency. */
export function agencySubject(id: string): string {
  return `agency#${id}`;
}
