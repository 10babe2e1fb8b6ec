/** What a request for leave holds, and what of it somebody may read. */
import * as z from "zod";
import type { Request } from "#shared/request/request.ts";
import { isThrownAway } from "#shared/request/request.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { type AskedLeave, askedLeave, type SentLeave } from "./leave.ts";
import { type LeavePermit, leavePermit } from "./leave-permit.ts";

/** As it is kept: with the days that were counted when it was sent. */
const keptLeave = askedLeave.extend({
  /** Of the calendar. */
  days: z.int(),
  workingDays: z.int(),
  /** From when it is given. */
  permit: leavePermit.exactOptional(),
});
export type KeptLeave = z.infer<typeof keptLeave>;

/** What every reader of a request is told; a draft has no count yet. */
export const toldLeave = keptLeave.partial({ days: true, workingDays: true }).extend({
  /** There is a Surat Izin Cuti; what it says beside the leave stands on the paper alone. */
  permit: z.literal(true).exactOptional(),
});
type ToldLeave = z.infer<typeof toldLeave>;

export const leaveFacts = { kind: z.literal("leave"), content: toldLeave };

/** @throws InvalidInput where it is not of the form's shape */
export function parsedLeave(content: unknown): SentLeave {
  const read = askedLeave.safeParse(content);
  if (read.success) return read.data;
  throw new InvalidInput({ field: "kind", code: "malformed" });
}

const heldLeave = keptLeave.partial({ days: true, workingDays: true });

const nothing: ToldLeave = {
  ...{ kind: "tahunan", from: "", to: "", words: "", address: "", phone: "", evidence: [] },
};

/** What a request says, for who reads it. */
export function leaveOf(request: Pick<Request, "submittedAt" | "state" | "content">): ToldLeave {
  // Nothing of a draft that was thrown away is kept.
  if (isThrownAway(request)) return nothing;
  const { permit, ...told } = heldLeave.parse(request.content);
  return { ...told, ...(permit && { permit: true as const }) };
}

/** As it was asked for, to be judged again. */
export function askedOf(request: Pick<Request, "content">): AskedLeave {
  const {
    days: _days,
    workingDays: _counted,
    permit: _,
    ...asked
  } = keptLeave.parse(request.content);
  return asked;
}

/** What its Surat Izin Cuti says; none of one that was given before there were any. */
export function permitOf({ state, content }: Pick<Request, "state" | "content">) {
  return state === "approved" ? keptLeave.parse(content).permit : undefined;
}

/** What is kept of a leave with its Surat Izin Cuti. */
export function withPermitIn(
  { content }: Pick<Request, "content">,
  permit: LeavePermit,
): KeptLeave {
  return { ...keptLeave.parse(content), permit };
}
