import * as z from "zod";
import { jakartaDay } from "#shared/runtime/clock.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { type CardStatus, statusOf } from "./kedudukan-hukum.ts";
import type { EmployeeKind, Nip } from "./nip.ts";

/** Ids as they come from outside. */
export const employeeId: z.ZodType<EmployeeId> = z.templateLiteral(["emp_", z.string()]);
export const photoId: z.ZodType<PhotoId> = z.templateLiteral(["pho_", z.string()]);
export type EmployeeId = Id<"emp">;
export type PhotoId = Id<"pho">;

/** The record of one civil servant: the only source of the card. Days are "YYYY-MM-DD", in Jakarta. */
export interface Employee {
  readonly id: EmployeeId;
  readonly nip: Nip;
  readonly kind: EmployeeKind;
  /** Name without degrees, as in SIASN. */
  readonly name: string;
  /** Degrees before the name, "Dr. Ir.". */
  readonly gelarDepan?: string | undefined;
  /** Degrees after the name, "S.Kom., M.T.". */
  readonly gelarBelakang?: string | undefined;
  readonly email: string;
  /** ISO instant of the last change of the e-mail; undefined when it is still the first one. */
  readonly emailChangedAt?: string | undefined;
  readonly phone?: string | undefined;
  /** "III/a" for PNS, "IX" for PPPK. */
  readonly golongan: string;
  readonly jabatan: string;
  readonly unitKerja: string;
  readonly instansiId: string;
  readonly instansi: string;
  /** TMT PNS, or the contract's first day. */
  readonly tmt: string;
  /** PPPK: the contract's last day. */
  readonly contractEnd?: string | undefined;
  /** BKN's code, see kedudukan-hukum.ts. */
  readonly kedudukanHukum: string;
  /** The confirmed photo. */
  readonly photoId?: PhotoId | undefined;
  /** Which QR the card carries, from 1: the next one's token never returns to that of an earlier one. */
  readonly qrGeneration: number;
  /** Digests of what was confirmed, see shared/photo/photo-digest.ts; absent in records from before decision 0012. */
  readonly photoDigest?: string | undefined;
  readonly smallPhotoDigest?: string | undefined;
  /** Counts the saves, from 1. */
  readonly revision: number;
  /** ISO instant of the last save. */
  readonly updatedAt: string;
  /** ISO instant of the last save that changed the card. */
  readonly cardChangedAt: string;
  /** ISO instant: sessions and logins that began up to then are over. Set by every save that changes a `loginField`. */
  readonly sessionsFrom?: string | undefined;
}

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
export const cardFields = [
  "nip",
  "kind",
  "name",
  "gelarDepan",
  "gelarBelakang",
  "golongan",
  "jabatan",
  "unitKerja",
  "instansiId",
  "instansi",
  "tmt",
  "contractEnd",
  "photoId",
  "qrGeneration",
] as const satisfies readonly (keyof Employee)[];

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
