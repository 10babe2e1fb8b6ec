/** What is written in a register, and what follows from it of each person. */
import * as z from "zod";
import { personId } from "#shared/access/role.ts";

const instant = z.iso.datetime();

const limits = {
  quota: z.int().min(0),
  unitQuotas: z.array(z.object({ unit: z.string(), seats: z.int().min(0) })).readonly(),
  offerHours: z.number().positive(),
  consentHours: z.number().positive(),
  /** Nobody joins any more. */
  closesAt: instant,
  /** Nobody waits any more, and nobody leaves. */
  startsAt: instant,
};
const limitsShape = z.object(limits);
export type Limits = Readonly<z.infer<typeof limitsShape>>;

/** What somebody does about an own place, or a superior or officer about it. */
export const placeActs = ["consent", "refuse", "accept", "decline", "cancel"] as const;
export type PlaceAct = (typeof placeActs)[number];

export const registerLine = z.discriminatedUnion("act", [
  /** The first line, and another one when the offer changes. */
  z.object({ act: z.literal("limits"), at: instant, ...limits }),
  z.object({ act: z.literal("join"), at: instant, person: personId, unit: z.string() }),
  z.object({
    act: z.enum(placeActs),
    at: instant,
    person: personId,
    reason: z.string().exactOptional(),
    /** Who wrote it down, where that is somebody else. */
    by: personId.exactOptional(),
  }),
  z.object({ act: z.literal("call-off"), at: instant, reason: z.string() }),
]);
export type RegisterLine = Readonly<z.infer<typeof registerLine>>;

export const placeStates = ["seated", "waiting", "offered", "out"] as const;
type PlaceState = (typeof placeStates)[number];
/** Why somebody is out. */
export const outReasons = [
  "refused",
  "declined",
  "cancelled",
  "offer-lapsed",
  "consent-lapsed",
  "started",
  "called-off",
] as const;
export type OutReason = (typeof outReasons)[number];

/** What became of one who joined. */
export interface Place {
  readonly person: z.infer<typeof personId>;
  readonly unit: string;
  readonly joinedAt: string;
  readonly state: PlaceState;
  /** The superior has consented. */
  readonly consented: boolean;
  /** Until when a consent is waited for; until when a seat is offered. */
  readonly consentUntil: string;
  readonly offeredUntil?: string;
  readonly why?: OutReason;
  readonly outAt?: string;
  /** After the list was closed. */
  readonly late?: true;
  readonly reason?: string;
}

export interface Register {
  readonly limits: Limits | undefined;
  /** All who joined, in the order in which they did; who is out and joins again is there twice. */
  readonly places: readonly Place[];
}
