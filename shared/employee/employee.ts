import * as z from "zod";
import { type Id, idRest } from "#shared/runtime/ids.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { dayIn, usualZone, zones } from "#shared/runtime/zone.ts";
import { emailMove } from "./email-move.ts";
import { type CardField, fieldKeys, fieldsOnCard, isOptional, isRequired } from "./fields.ts";
import { type CardStatus, statusOf } from "./kedudukan-hukum.ts";
import { employeeKinds, type Nip, parseNip } from "./nip.ts";
import { photoReview } from "./photo-review.ts";

export type EmployeeId = Id<"emp">;
export type PhotoId = Id<"pho">;
/** Ids as they come from outside. */
export const employeeId: z.ZodType<EmployeeId, string> = z.templateLiteral(["emp_", idRest]);
export const photoId: z.ZodType<PhotoId, string> = z.templateLiteral(["pho_", idRest]);

export function isEmployeeId(text: string): text is EmployeeId {
  return employeeId.safeParse(text).success;
}

/** A number as it is stored: plain digits. */
export const nipSchema = z.custom<Nip>((nip) => typeof nip === "string" && parseNip(nip) === nip);

/** A number that a record had. It still leads to its person, and is never anybody else's (decision 0044). */
const formerNip = z.object({
  nip: nipSchema,
  /** ISO instant of the change. */
  until: z.string(),
});

/** A record that was of the same person and was joined into this one (decision 0054). */
const joinedRecord = z.object({
  id: employeeId,
  nip: nipSchema,
  /** ISO instant. */
  at: z.string(),
});
export type JoinedRecord = Readonly<z.infer<typeof joinedRecord>>;

/**
 * The record of one civil servant: the only source of the card. It has the fields of the catalogue, and what the service adds.
 * Days are "YYYY-MM-DD", in the zone of the agency.
 */
export const employeeSchema = z.object({
  id: employeeId,
  ...keyed(fieldKeys.filter(isRequired), () => z.string()),
  ...keyed(fieldKeys.filter(isOptional), () => z.string().optional()),
  nip: nipSchema,
  kind: z.enum(employeeKinds),
  /** The agency's, whose midnight begins and ends what the record says; written like the agency's name. Absent: WIB (decision 0048). */
  zone: z.enum(zones).optional(),
  /** Oldest first. */
  formerNips: z.array(formerNip).readonly().optional(),
  /** ISO instant of the last change of the e-mail; undefined when it is still the first one. */
  emailChangedAt: z.string().optional(),
  /** Its changes of the last month, oldest first. */
  emailMoves: z.array(emailMove).readonly().optional(),
  /** ISO instant since which mails to this address come back; undefined again when the address changes. */
  emailFailedAt: z.string().optional(),
  /** The confirmed photo. */
  photoId: photoId.optional(),
  /** What people have to say of it (decision 0066). */
  photoReview: photoReview.optional(),
  /** Counts the QRs of the card, from 1, so that an old token never becomes valid again. */
  qrGeneration: z.int().min(1),
  /** ISO instant since when its holder has paused it (decision 0070). The card is drawn all the same. */
  qrPausedAt: z.string().optional(),
  /** ISO instant until when its holder lets checks of the card show the whole NIP (decision 0073). It is over without a save. */
  nipOpenUntil: z.string().optional(),
  /** Digests of what was confirmed, see shared/photo/photo-digest.ts; absent in records from before decision 0012. */
  photoDigest: z.string().optional(),
  smallPhotoDigest: z.string().optional(),
  /** ISO instant at which the record came here; absent in those from before decision 0040. */
  registeredAt: z.string().optional(),
  /** Counts the saves, from 1. */
  revision: z.int(),
  /** ISO instant of the last save. */
  updatedAt: z.string(),
  /** ISO instant of the last save that changed the card. */
  cardChangedAt: z.string(),
  /** ISO instant: sessions and logins that began up to then are over. Set by every save that changes a `loginField`. */
  sessionsFrom: z.string().optional(),
  /** The digest of the newest entry of its history, which the next one names; absent in records from before decision 0046. */
  historyDigest: z.string().optional(),
  /** ISO instant at which erasing began: from then on values of the history may go (decision 0058). */
  erasureBegunAt: z.string().optional(),
  /** ISO instant at which the data of somebody who had left were erased (erase-record.ts, decision 0051). */
  erasedAt: z.string().optional(),
  /** ISO instant since when an operator holds that off, e.g. for a lawsuit. */
  erasureHeldAt: z.string().optional(),
  /** The record that survived this one, when two of one person were joined: this one is history, and in no list (decision 0054). */
  joinedInto: employeeId.optional(),
  /** What was joined into this one, oldest first. */
  joinedRecords: z.array(joinedRecord).readonly().optional(),
});
export type Employee = Readonly<z.infer<typeof employeeSchema>>;
/** Who has an address. */
export type Reachable = Employee & { readonly email: string };

/** The fields that a login depends on. A change of one ends every session of the person, and every login that has begun. */
const loginFields = [
  "nip",
  "email",
  "kedudukanHukum",
] as const satisfies readonly (keyof Employee)[];

export function endsSessions(before: Employee, after: Employee): boolean {
  return loginFields.some((field) => before[field] !== after[field]);
}

/** The fields on the card or in the answer of its QR. After a change of another field the card is not drawn again. */
export const cardFields: readonly (CardField | "photoId" | "qrGeneration")[] = [
  ...fieldsOnCard,
  "photoId",
  "qrGeneration",
];

/** Whether the cards of the two records differ, or only one of them is valid. */
export function cardDiffers(before: Employee, after: Employee): boolean {
  return (
    cardFields.some((field) => before[field] !== after[field]) ||
    savedStatus(before) !== savedStatus(after)
  );
}

/**
 * The status of the card when this record was saved. If the contract has ended since then, the next save reports it.
 */
export function savedStatus(employee: Dated & Pick<Employee, "updatedAt">): CardStatus {
  return cardStatus(employee, new Date(employee.updatedAt));
}

/** The day of the last save, "YYYY-MM-DD". */
export function savedDay(employee: Pick<Employee, "updatedAt" | "zone">): string {
  return dayOf(employee, new Date(employee.updatedAt));
}

/** "Dr. Siti Rahma, S.Kom., M.T." */
export function fullName({
  gelarDepan,
  name,
  gelarBelakang,
}: Pick<Employee, "gelarDepan" | "name" | "gelarBelakang">): string {
  const front = gelarDepan ? `${gelarDepan} ${name}` : name;
  return gelarBelakang ? `${front}, ${gelarBelakang}` : front;
}

/** What the status of a card follows from. */
type Dated = Pick<Employee, "kedudukanHukum" | "tmt" | "contractEnd" | "zone">;

/** The day that a record has at an instant: in its agency's zone. */
export function dayOf({ zone }: Pick<Employee, "zone">, at: Date): string {
  return dayIn(zone ?? usualZone, at);
}

/**
 * Whether the card is valid now: by kedudukan hukum, by the TMT (K-32) and by the contract's last day (K-30, K-31), both in the
 * zone of the agency.
 */
export function cardStatus(employee: Dated, now: Date): CardStatus {
  const { kedudukanHukum, tmt, contractEnd } = employee;
  const day = dayOf(employee, now);
  if (contractEnd !== undefined && contractEnd < day) return "ended";
  const status = statusOf(kedudukanHukum);
  return status === "active" && tmt > day ? "upcoming" : status;
}
