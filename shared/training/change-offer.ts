/** How officers offer a training, change what they offer, and call one off. */
import { keptReason, keptWords } from "#shared/access/reason.ts";
import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import { newId } from "#shared/runtime/ids.ts";
import { type OfferFinding, offerFindings } from "./check-offer.ts";
import type { Limits, RegisterLine } from "./register-line.ts";
import { limitsOf, type OfferDetails, type OfferId, type TrainingOffer } from "./training-offer.ts";
import { trainingTermsOn } from "./training-terms.ts";
import type { WritableTrainings } from "./trainings.ts";

export interface ChangeOffer {
  readonly trainings: Pick<WritableTrainings, "find" | "save">;
  readonly clock: Clock;
}

/** What was offered, or all that is wrong with it. */
export type Offered =
  | { readonly ok: true; readonly offer: TrainingOffer }
  | { readonly ok: false; readonly findings: readonly OfferFinding[] };

/**
 * Offers a training to the own agency: its register opens with it. A draft is seen by officers alone, and has no register.
 * @throws NotFound for who reaches only units of it; InvalidInput on a text with hidden characters
 */
export async function addOffer(
  { trainings, clock }: ChangeOffer,
  {
    by,
    details,
    draft,
  }: { readonly by: Officer; readonly details: OfferDetails; readonly draft?: boolean },
): Promise<Offered> {
  const state = draft ? "draft" : "open";
  const base = { id: newId("trn"), instansiId: wholeAgencyOf(by), state } as const;
  const offer = { ...keptDetails(details), ...base, revision: 1 };
  const findings = offerFindings(offer, clock.now());
  if (findings.length > 0) return { ok: false, findings };
  const told = draft ? undefined : limitsLine(offer, clock.now());
  await trainings.save(offer, entryOf(offer, by, clock.now()), told);
  return { ok: true, offer };
}

interface Change {
  readonly by: Officer;
  readonly id: OfferId;
  /** As it was seen. */
  readonly revision: number;
  readonly reason: string;
}

/**
 * Changes an offer. Nobody loses a seat by it, whatever the quota is (decision 0112). A draft stays one until it is published, which opens its
 * register; nothing makes it a draft again.
 * @throws as addOffer; Conflict `record-changed`, also of one that was called off; InvalidInput on `reason`
 */
export async function changeOffer(
  api: ChangeOffer,
  {
    details,
    publish,
    ...change
  }: Change & { readonly details: OfferDetails; readonly publish?: boolean },
): Promise<Offered> {
  const before = await seenOffer(api, change);
  const now = api.clock.now();
  const state = publish ? "open" : before.state;
  const next = { ...before, ...keptDetails(details), state, revision: before.revision + 1 };
  const isSameDay = next.closesOn === before.closesOn;
  // That its last day is over is wrong of a new one: a place may be mended afterwards.
  const findings = offerFindings(next, now).filter(
    ({ code }) => !(isSameDay && before.state === "open" && code === "closes-in-past"),
  );
  if (findings.length > 0) return { ok: false, findings };
  const isOpened = before.state === "draft" && state === "open";
  const isOther = JSON.stringify(limitsFor(before)) !== JSON.stringify(limitsFor(next));
  const isLimited = isOpened || (state === "open" && isOther);
  const entry = entryOf(next, change.by, now, keptReason(change.reason));
  await api.trainings.save(next, entry, isLimited ? limitsLine(next, now) : undefined);
  return { ok: true, offer: next };
}

/**
 * Calls a training off: nobody has a seat any more, and nobody joins.
 * @throws NotFound, Conflict `record-changed`, InvalidInput on `reason`
 */
export async function callOff(api: ChangeOffer, change: Change): Promise<TrainingOffer> {
  const before = await seenOffer(api, change);
  const [now, reason] = [api.clock.now(), keptReason(change.reason)];
  const next = { ...before, state: "called-off", revision: before.revision + 1 } as const;
  const told: RegisterLine = { act: "call-off", at: now.toISOString(), reason };
  // A draft has no register that could be told.
  const line = before.state === "draft" ? undefined : told;
  await api.trainings.save(next, entryOf(next, change.by, now, reason), line);
  return next;
}

async function seenOffer({ trainings }: ChangeOffer, { by, id, revision }: Change) {
  const found = await trainings.find(wholeAgencyOf(by), id);
  if (!found) throw new NotFound("No such training.");
  if (found.revision !== revision || found.state === "called-off")
    throw new Conflict("record-changed");
  return found;
}

/** A PPPK's hours are a PNS's: a seat has one clock. */
function limitsFor(offer: TrainingOffer): Limits {
  return limitsOf(offer, trainingTermsOn(offer.from, "PNS"));
}

function limitsLine(offer: TrainingOffer, now: Date): RegisterLine {
  return { act: "limits", at: now.toISOString(), ...limitsFor(offer) };
}

/** One line each, of visible characters. */
function keptDetails({ programme, ...details }: OfferDetails): OfferDetails {
  const { name, organiser, code, accreditation } = programme;
  const { place, contact, batch, notes } = details;
  return {
    ...details,
    ...{ place: keptWords("place", place), contact: keptWords("contact", contact) },
    ...{ batch: keptWords("batch", batch), notes: keptWords("notes", notes) },
    programme: {
      ...programme,
      ...{ name: keptWords("name", name), organiser: keptWords("organiser", organiser) },
      code: keptWords("code", code),
      accreditation: keptWords("accreditation", accreditation),
    },
  };
}

/** What an offer says is read in the offer: the history has who changed it, when and why. */
function entryOf(
  { id, revision, state, programme }: TrainingOffer,
  by: Officer,
  at: Date,
  reason?: string,
): AuditEntry {
  return {
    ...{ subjectId: `training#${id}`, revision, at: at.toISOString() },
    actor: { role: "officer", id: by.employeeId },
    action: revision === 1 ? "registered" : "changed",
    ...(reason !== undefined && { reason }),
    changes: [{ field: "training", to: `${programme.code} ${programme.name} (${state})` }],
  };
}
