/** How a record lies in DynamoDB: the record's fields, and beside them what the indexes and the stream's filter read. */
import * as z from "zod";
import type { Employee, EmployeeId, PhotoId } from "./employee.ts";
import { recordLine } from "./name-index.ts";
import { type Nip, parseNip } from "./nip.ts";

const schema = z.object({
  id: z.custom<EmployeeId>((id) => typeof id === "string" && id.startsWith("emp_")),
  nip: z.custom<Nip>((nip) => typeof nip === "string" && parseNip(nip) === nip),
  kind: z.enum(["PNS", "PPPK"]),
  name: z.string(),
  gelarDepan: z.string().optional(),
  gelarBelakang: z.string().optional(),
  email: z.string(),
  emailChangedAt: z.string().optional(),
  phone: z.string().optional(),
  golongan: z.string(),
  jabatan: z.string(),
  unitKerja: z.string(),
  instansiId: z.string(),
  instansi: z.string(),
  tmt: z.string(),
  contractEnd: z.string().optional(),
  kedudukanHukum: z.string(),
  photoId: z.custom<PhotoId>((id) => typeof id === "string" && id.startsWith("pho_")).optional(),
  // Records of before a QR could be replaced carry their first.
  qrGeneration: z.int().min(1).default(1),
  photoDigest: z.string().optional(),
  smallPhotoDigest: z.string().optional(),
  revision: z.number().int(),
  updatedAt: z.string(),
  cardChangedAt: z.string(),
  sessionsFrom: z.string().optional(),
});

/** What a save changed that others wait for; the streams' filters read it. */
export interface SaveNews {
  /** The card must follow. */
  readonly cardChanged: boolean;
  /** The holder is to be told. */
  readonly holderTold: boolean;
}

export function toItem(
  employee: Employee,
  { cardChanged, holderTold }: SaveNews,
): Record<string, unknown> {
  return {
    ...employee,
    type: "employee",
    ...recordLine(employee),
    cardChanged,
    holderTold,
    cardChangeDay: employee.cardChangedAt.slice(0, 10),
  };
}

/** The record in an item. @throws when it is not one. */
export function toEmployee(item: Record<string, unknown>): Employee {
  return schema.parse(item);
}

/** The record in an item; undefined when it is not one. */
export function toEmployeeIfReadable(item: Record<string, unknown>): Employee | undefined {
  return schema.safeParse(item).data;
}
