/** What officers' pages are told of the tree of unit kerja, and what they ask. */
import * as z from "zod";
import { approvalId } from "#shared/access/approval.ts";
import { longestReason } from "#shared/access/reason.ts";
import { orgUnitId } from "./org-unit.ts";

const unitName = z.string().max(200);
const namedUnit = z.strictObject({ id: orgUnitId, name: z.string() });

const unitRow = namedUnit.extend({
  /** Who works there, under any name, counted up to 501. */
  people: z.int(),
  /** Its people are on their way to another name or unit. */
  isMoving: z.boolean(),
});
export type UnitRow = z.infer<typeof unitRow>;

const openUnit = unitRow.extend({
  /** Under which records stand as well. */
  otherNames: z.array(z.string()).readonly(),
  /** How far the work is by which its people follow a change. */
  work: z
    .strictObject({
      /** The unit that they go into; without one they stay in this one under its new name. */
      into: z.string().exactOptional(),
      done: z.int(),
      refused: z.int(),
      /** How many people it is about, as far as they were counted. */
      total: z.int().exactOptional(),
      isStopped: z.boolean(),
    })
    .exactOptional(),
});
export type OpenUnit = z.infer<typeof openUnit>;

export const unitTreeQuery = z.strictObject({
  /** The unit that is opened; without one the root. */
  id: orgUnitId.exactOptional(),
  cursor: z.string().max(2000).exactOptional(),
});

/** A unit, what is above it, and a part of what stands directly below it. */
export const unitTreeAnswer = z.strictObject({
  unit: openUnit.exactOptional(),
  /** From the root down to the unit above. */
  path: z.array(namedUnit).readonly(),
  items: z.array(unitRow).readonly(),
  cursor: z.string().exactOptional(),
  /** Whether this reader may ask for changes: who enters records of the whole agency. */
  mayAsk: z.boolean(),
});
export type UnitTreeAnswer = z.infer<typeof unitTreeAnswer>;

export const unitSearchQuery = z.strictObject({ q: unitName });

/** Units whose names have all the words, at most fifty. */
export const unitSearchAnswer = z.strictObject({
  items: z.array(namedUnit.extend({ path: z.array(z.string()).readonly() })).readonly(),
  isCut: z.boolean(),
});
export type UnitSearchAnswer = z.infer<typeof unitSearchAnswer>;

const asked = {
  /** Client-made UUID: the same request twice asks once. */
  requestId: z.uuid(),
  reason: z.string().max(longestReason),
};
/** The unit under the name that the page showed. */
const unit = z.strictObject({ id: orgUnitId, name: unitName });

/** Other units are named as they are typed, in any spelling. */
export const unitChangeRequest = z.discriminatedUnion("action", [
  z.strictObject({
    ...asked,
    action: z.literal("add"),
    name: unitName,
    parent: unit.exactOptional(),
  }),
  z.strictObject({ ...asked, action: z.literal("rename"), unit, name: unitName }),
  z.strictObject({ ...asked, action: z.literal("merge"), unit, into: unitName }),
  /** Without a parent to the root. */
  z.strictObject({
    ...asked,
    action: z.literal("move"),
    units: z.array(unit).min(1).max(40),
    parent: unitName.exactOptional(),
  }),
  z.strictObject({ ...asked, action: z.literal("close"), unit }),
]);
export type UnitChangeRequest = z.infer<typeof unitChangeRequest>;

export const unitChangeAskedAnswer = z.strictObject({ approvalId });
