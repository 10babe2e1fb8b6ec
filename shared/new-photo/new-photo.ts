/** The kind of request by which a holder asks that a petugas looks at the own photo, or at why the judge refuses it (decision 0087). */
import { keptWords } from "#shared/access/reason.ts";
import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { type Revision, revisePhoto } from "#shared/employee/revision.ts";
import { newAsked } from "#shared/photo/decide-review.ts";
import { isThrownAway, isUnsent, numberOf, type Request } from "#shared/request/request.ts";
import type { Asked, Kept, RequestKind } from "#shared/request/request-kind.ts";
import type { Requests } from "#shared/request/requests.ts";
import { saveApproved } from "#shared/request/save-approved.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { askedNewPhoto, newPhoto } from "./new-photo-answers.ts";

/** Somebody without a fitting photo shows no fitting card: three working days, as for data. */
const hoursToLook = 72;
const answerDays = 14;

export interface LookAtPhotos {
  readonly employees: Pick<WritableEmployees, "find" | "save" | "unchanged">;
  readonly requests: Pick<Requests, "saving" | "save">;
  readonly clock: Clock;
}

/**
 * One petugas decides, as one asks for a new photo (decision 0066): nothing of it puts a photo on a card or takes one away. Where the photo no
 * longer shows its person, approval is the officer's request for a new one, whose successor an officer sees. Where the judge refuses, it is
 * the word that another photo is on the record by now, sent by its holder or brought by two at the counter.
 */
export function newPhotos(api: LookAtPhotos): RequestKind {
  return {
    answerDays,
    read: parsed,
    keep: async (asked, person) => keep(api, asked, person),
    isOutdated: async (_request, person) => hasEnded(api, person),
    // Nobody is asked for a photo by a day who cannot sign in.
    heldActs: ["agree", "clarify"],
    carryOut: async (move, by) => {
      const person = await api.employees.find(move.after.person);
      if (!person || hasEnded(api, person)) throw new Conflict("request-outdated");
      const { why, photoId } = newPhoto.parse(move.after.content);
      // Whoever has sent another one meanwhile has what was asked for.
      if (person.photoId !== photoId) {
        const standing = [...move.standing, api.employees.unchanged(person)];
        return await api.requests.save({ ...move, standing });
      }
      if (why === "refused") throw new Conflict("request-not-made");
      // It is decided about the record as it is now.
      await saveApproved(api, move, asked(person, move.after, by), {
        by: ["record-changed"],
        told: "decision-raced",
      });
    },
  };
}

function keep(api: LookAtPhotos, { content, files: _files }: Asked, person: Employee): Kept {
  if (hasEnded(api, person)) throw new Conflict("card-not-active");
  const { why, note: typed } = parsed(content);
  const note = keptWords("note", typed);
  if (note === "") throw new InvalidInput({ field: "note", code: "required" });
  const { photoId } = person;
  if (why === "unlike" && photoId === undefined)
    throw new InvalidInput({ field: "why", code: "unknown-field" });
  return {
    content: { why, note, ...(photoId !== undefined && { photoId }) },
    group: "photo",
    chain: [{ role: "petugas", hours: hoursToLook }],
  };
}

function parsed(content: unknown) {
  const read = askedNewPhoto.safeParse(content);
  if (read.success) return read.data;
  throw new InvalidInput({ field: "why", code: "malformed" });
}

function hasEnded({ clock }: Pick<LookAtPhotos, "clock">, person: Employee): boolean {
  return cardStatus(person, clock.now()) === "ended";
}

function asked(person: Employee, request: Request, by: Id<"emp">): Revision {
  const at = new Date(request.since);
  const note = `Pengajuan ${numberOf(request)}`;
  const { review, ...told } = newAsked(person, { at, by, faults: ["likeness"], note });
  return revisePhoto(
    person,
    { photoReview: review },
    { ...told, at, actor: { role: "officer", id: by } },
  );
}

/** What a request says, for who reads it; nothing of a draft that was thrown away is kept. */
export function photoAskedOf(request: Pick<Request, "submittedAt" | "state" | "content">) {
  const { content } = request;
  if (isThrownAway(request)) return { why: "refused" as const, note: "" };
  return isUnsent(request) ? askedNewPhoto.parse(content) : newPhoto.parse(content);
}
