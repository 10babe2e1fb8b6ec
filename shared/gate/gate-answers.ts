/** What gates and phones ask, and what they are told. */
import * as z from "zod";
import { personId } from "#shared/access/role.ts";
import { machineId } from "#shared/attendance/reading.ts";
import { publicKey } from "./presence-keys.ts";

export const phoneRequest = publicKey;
export const phoneAnswer = z.strictObject({
  device: z.string(),
  /** ISO instants: until when its codes count at the latest, and now. */
  endsAt: z.string(),
  serverTime: z.string(),
});

export const gateKeysQuery = z.strictObject({
  gate: machineId,
  cursor: personId.exactOptional(),
});
export const gateKeysAnswer = z.strictObject({
  /** The gate's name. */
  name: z.string(),
  serverTime: z.string(),
  items: z
    .array(z.strictObject({ person: personId, ...publicKey.shape, endsAt: z.string() }))
    .readonly(),
  cursor: personId.exactOptional(),
});

/** A body has 32 KB, and a code some 300 bytes. */
const mostCodes = 80;
export const gateReadingsRequest = z.strictObject({
  gate: machineId,
  codes: z
    .array(
      z.strictObject({
        code: z.string().max(300),
        person: personId,
        at: z.iso.datetime(),
      }),
    )
    .min(1)
    .max(mostCodes)
    .readonly(),
});

/** What became of a code. */
const codeOutcomes = [
  "recorded",
  /** It is kept and does not count: another gate saw the same one first. */
  "elsewhere",
  "not-ours",
  /** No phone of the agency's, or not the last one of its holder. */
  "unknown",
  /** Its holder signed out, or has left, before it arrived here. */
  "signed-out",
  "off-time",
  "bad-signature",
  "month-closed",
  "month-full",
] as const;
export type CodeOutcome = (typeof codeOutcomes)[number];

export const gateReadingsAnswer = z.strictObject({
  /** In the order of what was told. */
  outcomes: z.array(z.enum(codeOutcomes)).readonly(),
});
