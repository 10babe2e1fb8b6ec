/** What the proof of a request says: what was asked, when, where it lies, and what happened, of officers no name (requirement W-13). */
import type { DocumentPage } from "#shared/document/document-page.ts";
import { initialsOf } from "#shared/document/initials.ts";
import type { Issued } from "#shared/document/issue-document.ts";
import { type Employee, fullName } from "#shared/employee/employee.ts";
import { groupNip } from "#shared/employee/nip.ts";
import type { Request } from "#shared/request/request.ts";
import { stateIn } from "#shared/request/state-words.ts";
import type { HeldRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { tellHeldRequest } from "#shared/request-kinds/tell-content.ts";
import { usualZone } from "#shared/runtime/zone.ts";
import { instantIn, locales } from "../../web/src/clock-words.ts";
import { id as fieldNames } from "../../web/src/messages/id/record-fields.ts";
import { id as kindWords } from "../../web/src/messages/id/request-kinds.ts";
import { id as queueWords } from "../../web/src/messages/id/request-queue.ts";
import { id as words } from "../../web/src/messages/id/requests.ts";
import { proofWords as text } from "./proof-words.ts";

type Pair = readonly [label: string, said: string];

/** All that it says but its own date and address, which come with its registration. */
export type ProofContent = Pick<DocumentPage, "sender" | "parts"> & {
  readonly subject: string;
  readonly number: string;
  /** As the answer to its QR says them. */
  readonly initials: string;
  readonly facts: readonly Pair[];
};

/** @param now when it is told: a deadline that has passed meanwhile counts */
export function proofContent(request: Request, person: Employee, now: Date): ProofContent {
  const held = tellHeldRequest(request, person, now);
  const { subject, asked } = askedIn(held);
  const { number, since, turn, submittedAt, dueAt, trail } = held;
  const { facts } = text;
  const files = held.files.map((file, i): Pair => [text.file(i + 1), file]);
  return {
    sender: person.instansi,
    subject: `${subject}: ${words.states[held.state].toLowerCase()}`,
    number,
    initials: initialsOf(person.name),
    facts: [
      [facts.name, fullName(person)],
      [facts.nip, groupNip(person.nip)],
      [facts.unitKerja, person.unitKerja],
      ...(submittedAt === undefined ? [] : [[facts.submittedAt, instant(submittedAt)] as const]),
      [facts.state, stateIn(words, held)],
      [facts.since, instant(since)],
      ...(turn === "nobody" ? [] : [[facts.turn, text.turns[turn]] as const]),
      ...(dueAt === undefined ? [] : [[facts.dueAt, instant(dueAt)] as const]),
    ],
    parts: [
      { title: text.asked, pairs: asked },
      { title: text.files, pairs: files },
      { title: text.trail, pairs: trail.map(stepOf) },
    ].filter(({ pairs }) => pairs.length > 0),
  };
}

/** As it is drawn. */
export function proofPage(
  { subject, number, initials, facts, ...content }: ProofContent,
  { document: { issuedAt, digest }, ...printed }: Issued,
): DocumentPage {
  const names = text.facts;
  return {
    ...{ ...content, ...printed, title: text.title, lead: text.lead, check: text.check },
    qr: text.qr(number),
    facts: [
      [names.number, number],
      [names.issuedAt, instant(issuedAt)],
      [names.subject, subject],
      [names.initials, initials],
      ...facts,
      [names.digest, digest],
    ],
  };
}

/** «Hal», without whom it is about, and what was asked; of a kind that has no words here, what every request has. */
function askedIn(held: HeldRequest): { readonly subject: string; readonly asked: readonly Pair[] } {
  switch (held.kind) {
    case "data-change": {
      const { values, old, note } = held.content;
      const before: Readonly<Record<string, string>> = old;
      const changes = Object.entries(values).map(([field, value]) =>
        changeOf(field, before[field] ?? "", value),
      );
      return { subject: text.subjects.data, asked: [...changes, ...noteOf(note)] };
    }
    case "new-photo": {
      const { why, note } = held.content;
      const reason: Pair = [kindWords.photo.why, kindWords.photo.whys[why]];
      return { subject: text.subjects.photo, asked: [reason, ...noteOf(note)] };
    }
    case "wrong-data": {
      const { field, stood, right, note } = held.content;
      const asked = [changeOf(field, stood, right), ...noteOf(note)];
      return { subject: text.subjects.report, asked };
    }
    default:
      return { subject: text.subjects.other, asked: [] };
  }
}

function changeOf(field: string, old: string, value: string): Pair {
  const names: Readonly<Record<string, string>> = fieldNames;
  return [names[field] ?? field, text.change(old || text.empty, value || text.empty)];
}

function noteOf(note: string | undefined): readonly Pair[] {
  return note === undefined || note === "" ? [] : [[words.note, note]];
}

type Step = HeldRequest["trail"][number];

function stepOf({ act, at, by, code, reason }: Step): Pair {
  // A question was asked about something else, it was not refused for another reason.
  const codes = act === "clarification-asked" ? queueWords.about : words.reasons;
  const why = code === undefined ? undefined : codes[code];
  const said = [`${words.acts[act]} (${text.by[by]})`, why, reason];
  return [instant(at), said.filter((each) => each !== undefined && each !== "").join(". ")];
}

const instant = (iso: string) => instantIn(locales.id, iso, usualZone);
