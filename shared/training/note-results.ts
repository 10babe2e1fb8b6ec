/** What officers note of a training: who was there, who passed, and the certificates (services.md 4). */
import { keptReason } from "#shared/access/reason.ts";
import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Documents } from "#shared/document/document.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, Forbidden, NotFound } from "#shared/runtime/errors.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import { type OpenedOffer, openOffer } from "./act-on-place.ts";
import {
  type CertificateContent,
  type CertificateObstacle,
  certificateFindings,
  certificateOf,
} from "./certificate.ts";
import { certificateNumber, learntOf, paperOf, resultOf, takesPart } from "./learner-result.ts";
import type { OfferId } from "./training-offer.ts";
import { placeOf } from "./training-register.ts";
import { type SessionSheet, type TrainingResult, validCertificate } from "./training-result.ts";
import type { WritableTrainingResults } from "./training-results.ts";
import type { Trainings } from "./trainings.ts";

export interface NoteResults {
  readonly trainings: Pick<Trainings, "find" | "register">;
  readonly results: WritableTrainingResults;
  readonly employees: Pick<Employees, "find">;
  readonly documents: Pick<Documents, "revoking">;
  readonly clock: Clock;
}

interface Noting {
  readonly by: Officer;
  readonly id: OfferId;
  /** As it was seen; 0 where nothing was noted yet. */
  readonly revision: number;
}

/** A certificate's number is tried again when another one got it at the same moment. */
const tries = 8;

/**
 * Notes who was at a session. Those who do not take part are left out.
 * @throws NotFound of a session that is not in the offer; Conflict `record-changed`; Forbidden `own-record` for who marks the own presence
 */
export async function markSession(
  api: NoteResults,
  { by, id, session, marks, revision }: Noting & Pick<SessionSheet, "session" | "marks">,
): Promise<void> {
  const { offer, register } = await openOffer(api, { instansiId: wholeAgencyOf(by), id });
  const held = offer.sessions[session];
  const now = api.clock.now();
  if (!held || offer.state !== "open") throw new NotFound("No such session.");
  if (held.day > dayIn(offer.zone, now)) throw new Conflict("record-changed");
  const before = (await api.results.sheets(id)).find((each) => each.session === session);
  const own = before?.marks[by.employeeId];
  if (marks[by.employeeId] !== own) throw new Forbidden("own-record");
  const isIn = (person: string) =>
    register.places.some((each) => each.person === person && takesPart(each));
  const kept = Object.fromEntries(Object.entries(marks).filter(([person]) => isIn(person)));
  const sheet = { session, marks: kept, revision: revision + 1 };
  const line = { subjectId: `training-sheet#${id}#${session}`, revision: sheet.revision };
  await api.results.saveSheet(id, sheet, entryOf(line, by, now));
}

/** Notes what an assessment found. @throws NotFound of who does not take part; Forbidden `own-record`; Conflict `record-changed` */
export async function assessLearner(
  api: NoteResults,
  {
    assessment,
    ...noting
  }: Noting & {
    readonly person: EmployeeId;
    readonly assessment: Pick<TrainingResult, "passed" | "predicate">;
  },
): Promise<void> {
  const { before, offer } = await learnerIn(api, noting);
  // What a certificate says was found is not found otherwise under it.
  if (validCertificate(before) || !offer.programme.assessed) throw new Conflict("record-changed");
  const { certificate } = before ?? {};
  const after = {
    ...{ offer: noting.id, person: noting.person, revision: noting.revision + 1 },
    ...{ ...assessment, ...(certificate && { certificate }) },
  };
  await api.results.saveResult(after, resultLine(after, noting.by, api.clock.now()));
}

/** Where a certificate was asked for: it, or why there is none. */
export type Issued =
  | { readonly ok: true; readonly content: CertificateContent }
  | { readonly ok: false; readonly obstacles: readonly CertificateObstacle[] };

/**
 * Gives somebody the certificate, with the next number of the agency's year, and the JP of the year in which the training ended. One that is
 * there stays.
 * @throws as assessLearner
 */
export async function issueCertificate(
  api: NoteResults,
  asked: Noting & { readonly person: EmployeeId },
): Promise<Issued> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await issue(api, asked);
    } catch (error) {
      const isRaced = error instanceof Conflict && error.code === "decision-raced";
      if (!isRaced || attempt === tries) throw error;
    }
  }
}

async function issue(
  api: NoteResults,
  { by, id, person: who, revision }: Noting & { readonly person: EmployeeId },
): Promise<Issued> {
  const { offer, before, person } = await learnerIn(api, { by, id, person: who, revision });
  const there = validCertificate(before);
  if (there) return { ok: true, content: there.content };
  const now = api.clock.now();
  const today = dayIn(offer.zone, now);
  const result = resultOf(offer, person, { before, sheets: await api.results.sheets(id) });
  const obstacles = certificateFindings(offer, result, today);
  if (obstacles.length > 0) return { ok: false, obstacles };
  const series = { instansiId: offer.instansiId, year: Number(today.slice(0, 4)) };
  const next = (await api.results.lastNumber(series)) + 1;
  const number = certificateNumber(offer, next, today);
  const content = certificateOf(offer, person, { number, issuedOn: today, result });
  const certificate = { content, issuedAt: now.toISOString() };
  const { passed, predicate } = before ?? {};
  const after: TrainingResult = {
    ...{ offer: id, person: who, revision: revision + 1, certificate },
    ...(passed !== undefined && { passed }),
    ...(predicate !== undefined && { predicate }),
  };
  const change = { learner: who, learnt: learntOf(offer, content), number: { ...series, next } };
  await api.results.saveResult(after, resultLine(after, by, now), change);
  return { ok: true, content };
}

/**
 * Whoever checks its QR reads that it was withdrawn, and its JP count no more.
 * @throws as assessLearner; Conflict `record-changed` where there is none; InvalidInput on `reason`
 */
export async function withdrawCertificate(
  api: NoteResults,
  { reason: typed, ...noting }: Noting & { readonly person: EmployeeId; readonly reason: string },
): Promise<void> {
  const reason = keptReason(typed);
  const { offer, before } = await learnerIn(api, noting);
  const certificate = validCertificate(before);
  if (!before || !certificate) throw new Conflict("record-changed");
  const now = api.clock.now();
  const withdrawnAt = now.toISOString();
  const { content } = certificate;
  const after = {
    ...{ ...before, revision: noting.revision + 1 },
    certificate: { ...certificate, withdrawnAt, reason },
  };
  const revoked = { ...paperOf(offer, content), personId: noting.person, revokedAt: withdrawnAt };
  const line = { ...resultLine(after, noting.by, now), reason };
  await api.results.saveResult(after, line, {
    learner: noting.person,
    learnt: { ...learntOf(offer, content), withdrawnOn: dayIn(offer.zone, now) },
    others: [api.documents.revoking(revoked)],
  });
}

interface Learner extends OpenedOffer {
  readonly person: Employee;
  readonly before: TrainingResult | undefined;
}

async function learnerIn(
  api: NoteResults,
  { by, id, person: who, revision }: Noting & { readonly person: EmployeeId },
): Promise<Learner> {
  const opened = await openOffer(api, { instansiId: wholeAgencyOf(by), id });
  if (who === by.employeeId) throw new Forbidden("own-record");
  const place = placeOf(opened.register, who);
  const person = place && takesPart(place) ? await api.employees.find(who) : undefined;
  if (!person || opened.offer.state !== "open") throw new NotFound("No place in this training.");
  const before = await api.results.result(id, who);
  if ((before?.revision ?? 0) !== revision) throw new Conflict("record-changed");
  return { ...opened, person, before };
}

function resultLine(result: TrainingResult, by: Officer, at: Date): AuditEntry {
  const { offer, person, revision, passed, certificate } = result;
  const to = certificate
    ? `${certificate.content.number}${certificate.withdrawnAt === undefined ? "" : " (withdrawn)"}`
    : String(passed ?? "");
  const line = { subjectId: `training-result#${offer}#${person}`, revision };
  return { ...entryOf(line, by, at), about: person, changes: [{ field: "training-result", to }] };
}

function entryOf(
  line: Pick<AuditEntry, "subjectId" | "revision">,
  by: Officer,
  at: Date,
): AuditEntry {
  return {
    ...{ ...line, at: at.toISOString(), changes: [] },
    ...{ actor: { role: "officer", id: by.employeeId } },
    action: line.revision === 1 ? "registered" : "changed",
  };
}
