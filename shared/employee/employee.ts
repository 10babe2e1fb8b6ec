import * as z from "zod";
import { jakartaDay } from "#shared/runtime/clock.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { type CardField, fieldKeys, fieldsOnCard, isOptional, isRequired } from "./fields.ts";
import { type CardStatus, statusOf } from "./kedudukan-hukum.ts";
import { employeeKinds, type Nip, parseNip } from "./nip.ts";

export type EmployeeId = Id<"emp">;
export type PhotoId = Id<"pho">;
/** Ids as they come from outside. */
export const employeeId: z.ZodType<EmployeeId> = z.templateLiteral(["emp_", z.string()]);
export const photoId: z.ZodType<PhotoId> = z.templateLiteral(["pho_", z.string()]);

export function isEmployeeId(text: string): text is EmployeeId {
  return employeeId.safeParse(text).success;
}

/** A number as it is stored: plain digits. */
export const nipSchema = z.custom<Nip>((nip) => typeof nip === "string" && parseNip(nip) === nip);

/**
 * The record of one civil servant: the only source of the card. The catalogue's fields, and what the service keeps beside
 * them. Days are "YYYY-MM-DD", in Jakarta.
 */
export const employeeSchema = z.object({
  id: employeeId,
  ...keyed(fieldKeys.filter(isRequired), () => z.string()),
  ...keyed(fieldKeys.filter(isOptional), () => z.string().optional()),
  nip: nipSchema,
  kind: z.enum(employeeKinds),
  /** ISO instant of the last change of the e-mail; undefined when it is still the first one. */
  emailChangedAt: z.string().optional(),
  /** The confirmed photo. */
  photoId: photoId.optional(),
  /** Which QR the card carries, from 1: the next one's token never returns to that of an earlier one. */
  qrGeneration: z.int().min(1),
  /** Digests of what was confirmed, see shared/photo/photo-digest.ts; absent in records from before decision 0012. */
  photoDigest: z.string().optional(),
  smallPhotoDigest: z.string().optional(),
  /** Counts the saves, from 1. */
  revision: z.int(),
  /** ISO instant of the last save. */
  updatedAt: z.string(),
  /** ISO instant of the last save that changed the card. */
  cardChangedAt: z.string(),
  /** ISO instant: sessions and logins that began up to then are over. Set by every save that changes a `loginField`. */
  sessionsFrom: z.string().optional(),
});
export type Employee = Readonly<z.infer<typeof employeeSchema>>;

/** What a login rests on: who changes one of these ends every session of the person, and every login under way. */
const loginFields = [
  "nip",
  "email",
  "kedudukanHukum",
] as const satisfies readonly (keyof Employee)[];

export function endsSessions(before: Employee, after: Employee): boolean {
  return loginFields.some((field) => before[field] !== after[field]);
}

/** What stands on the card, or in the QR's answer. A change of any other field draws nothing. */
export const cardFields: readonly (CardField | "photoId" | "qrGeneration")[] = [
  ...fieldsOnCard,
  "photoId",
  "qrGeneration",
];

/** Whether the card of `after` differs from that of `before`, or lives where the other does not. */
export function cardDiffers(before: Employee, after: Employee): boolean {
  return (
    cardFields.some((field) => before[field] !== after[field]) ||
    savedStatus(before) !== savedStatus(after)
  );
}

/**
 * The card's status as the save of this record knew it, and told it: a contract that passed since then is the news of the
 * next save.
 */
export function savedStatus(
  employee: Pick<Employee, "kedudukanHukum" | "contractEnd" | "updatedAt">,
): CardStatus {
  return cardStatus(employee, new Date(employee.updatedAt));
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

/** Whether the card is valid now: by kedudukan hukum, and by the contract's last day in Jakarta (K-30, K-31). */
export function cardStatus(
  employee: Pick<Employee, "kedudukanHukum" | "contractEnd">,
  now: Date,
): CardStatus {
  const status = statusOf(employee.kedudukanHukum);
  const contractOver = employee.contractEnd !== undefined && employee.contractEnd < jakartaDay(now);
  return contractOver ? "ended" : status;
}
