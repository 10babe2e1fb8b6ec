/** A training that an agency offers: what the programme is, where and when it is held, who may come, and how many (services.md 4). */
import * as z from "zod";
import { jabatanKindCodes } from "#shared/employee/jabatan-kind.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { type Id, idRest } from "#shared/runtime/ids.ts";
import { midnightIn, zones } from "#shared/runtime/zone.ts";
import type { Limits } from "./register-line.ts";
import { trainingForms } from "./training-forms.ts";
import type { TrainingTerms } from "./training-terms.ts";

export type OfferId = Id<"trn">;
/** As it comes from outside. */
export const offerId: z.ZodType<OfferId, string> = z.templateLiteral(["trn_", idRest]);

const words = z.string().min(1).max(200);
const longWords = z.string().max(1000);
const day = z.iso.date();
/** On clocks of the offer's zone, "08:00". */
const time = z.iso.time({ precision: -1 });
const jp = z.int().min(1).max(2000);

/** Who may come. An empty list asks for nothing. */
const conditions = z.strictObject({
  kinds: z.array(z.enum(employeeKinds)).readonly(),
  golongan: z.array(z.string()).readonly(),
  /** Codes of BKN. */
  jabatanKinds: z.array(z.enum(jabatanKindCodes)).readonly(),
  /** Jenjang or words of the jabatan, «Ahli Muda»: one of them stands in the record's jabatan. */
  jabatan: z.array(words).readonly(),
  /** Names of units as records have them. */
  units: z.array(words).readonly(),
});

/** An entry of the catalogue; an offer has a copy, so that a later change of the catalogue changes no certificate. */
const programme = z.strictObject({
  code: z.string().min(1).max(40),
  name: words,
  form: z.enum(trainingForms),
  organiser: words,
  accreditation: z.string().max(100),
  jp,
  /** Ends with an assessment: then who passes gets an STTPP, and otherwise a certificate. */
  assessed: z.boolean(),
  /** On the back of the certificate. Their JP are those of the programme. */
  subjects: z
    .array(z.strictObject({ name: words, jp }))
    .max(60)
    .readonly(),
  conditions,
});
export type Programme = Readonly<z.infer<typeof programme>>;

/** One meeting, which attendance is taken of. */
const session = z.strictObject({ day, from: time, until: time, subject: z.string().max(200) });
export type Session = Readonly<z.infer<typeof session>>;

/** A training is offered, and given up or held; its days say the rest. */
const offerStates = ["draft", "open", "called-off"] as const;

export const trainingOffer = z.object({
  id: offerId,
  instansiId: z.string(),
  programme,
  /** Angkatan. */
  batch: z.string().max(40),
  /** Where it is, or the link. */
  place: words,
  zone: z.enum(zones),
  /** First and last day; both count. */
  from: day,
  until: day,
  sessions: z.array(session).min(1).max(200).readonly(),
  quota: z.int().min(1).max(2000),
  /** Seats of a unit at most; units that are not named share the rest. */
  unitQuotas: z
    .array(z.strictObject({ unit: words, seats: z.int().min(0).max(2000) }))
    .max(200)
    .readonly(),
  /** Last day on which somebody registers. */
  closesOn: day,
  /** Rupiah that whoever sends somebody pays. */
  cost: z.int().min(0),
  contact: words,
  notes: longWords,
  state: z.enum(offerStates),
  /** Counts its changes, from 1. */
  revision: z.int().min(1),
});
export type TrainingOffer = Readonly<z.infer<typeof trainingOffer>>;

/** What an officer enters. */
export const offerDetails = z.strictObject(
  trainingOffer.omit({ id: true, instansiId: true, state: true, revision: true }).shape,
);
export type OfferDetails = Readonly<z.infer<typeof offerDetails>>;

/** The instant that clocks of the offer's zone show so. */
export function instantOf({ zone }: Pick<TrainingOffer, "zone">, day: string, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(midnightIn(zone, day).getTime() + (hours * 60 + minutes) * 60_000);
}

/** When the first session begins. */
export function startOf(offer: Pick<TrainingOffer, "zone" | "sessions">): Date {
  const starts = offer.sessions.map(({ day, from }) => instantOf(offer, day, from).getTime());
  return new Date(Math.min(...starts));
}

/** When the day is over on which registration ends. */
export function closingOf({ zone, closesOn }: Pick<TrainingOffer, "zone" | "closesOn">): Date {
  return midnightIn(zone, daysAfter(closesOn, 1));
}

/** What its register holds people to. */
export function limitsOf(
  offer: TrainingOffer,
  { offerHours, consentHours }: Pick<TrainingTerms, "offerHours" | "consentHours">,
): Limits {
  const { quota, unitQuotas } = offer;
  return {
    ...{ quota, unitQuotas, offerHours, consentHours },
    closesAt: closingOf(offer).toISOString(),
    startsAt: startOf(offer).toISOString(),
  };
}
