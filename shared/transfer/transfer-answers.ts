/** What routes and pages say of transfers to another agency. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { toldSource } from "#shared/audit/source.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { transferStates } from "./transfer.ts";

/** All that officers are told of other agencies. */
export const otherAgencies = z.strictObject({
  items: z.array(z.strictObject({ id: z.string(), name: z.string() })).readonly(),
});

/** The newest one of a person, as the agency reads it that released the person. */
const toldTransfer = z.strictObject({
  to: z.string(),
  state: z.enum(transferStates),
  source: toldSource,
  releasedAt: z.iso.datetime(),
  until: z.iso.datetime(),
  endedAt: z.iso.datetime().exactOptional(),
  endReason: z.string().exactOptional(),
});
export type ToldTransfer = z.infer<typeof toldTransfer>;

export const transferAnswer = z.strictObject({ transfer: toldTransfer.exactOptional() });
export type TransferAnswer = z.infer<typeof transferAnswer>;

const arriving = z.strictObject({
  id: employeeId,
  /** With degrees. */
  name: z.string(),
  /** All but the birth year and the last two digits are dots, until the person is theirs. */
  maskedNip: z.string(),
  kind: z.enum(employeeKinds),
  golongan: z.string().exactOptional(),
  jabatan: z.string(),
  unitKerja: z.string(),
  instansi: z.string(),
  source: toldSource,
  reason: z.string(),
  until: z.iso.datetime(),
  /** A petugas asked that the person be taken in, and a penyetuju decides. */
  asked: z.literal(true).exactOptional(),
});
export type Arriving = z.infer<typeof arriving>;

/** Whom the reader's agency may take in, at most fifty; what ends first is first. */
export const arrivingList = z.strictObject({
  items: z.array(arriving).readonly(),
  /** The reader only watches. */
  readOnly: z.literal(true).exactOptional(),
});
export type ArrivingList = z.infer<typeof arrivingList>;

const asked = {
  reason: z.string().max(longestReason),
  /** Client-made UUID: the same request twice asks once. */
  requestId: z.uuid(),
};
export const releaseRequest = z.strictObject({
  ...asked,
  revision: z.int().min(1),
  to: z.string().max(100),
  source: toldSource,
});
export const arrivalRequest = z.strictObject({
  ...asked,
  unitKerja: z.string().max(200),
  jabatan: z.string().max(200),
});
export const transferReason = z.strictObject({ reason: z.string().max(longestReason) });
