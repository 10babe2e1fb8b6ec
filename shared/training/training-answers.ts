/** What pages are told of trainings, and what they ask. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { personId } from "#shared/access/role.ts";
import { letterLine } from "#shared/letter/letter-answers.ts";
import { offerCodes } from "./check-offer.ts";
import { registrationCodes } from "./judge-registration.ts";
import { outReasons, type Place, placeStates, type Register } from "./register-line.ts";
import { toldCertificateAnswer } from "./result-answers.ts";
import { offerDetails, trainingOffer } from "./training-offer.ts";
import { numberInList, placeOf } from "./training-register.ts";

const place = z.strictObject({
  state: z.enum(placeStates),
  consented: z.boolean(),
  /** ISO instants. */
  joinedAt: z.string(),
  consentUntil: z.string(),
  offeredUntil: z.string().exactOptional(),
  outAt: z.string().exactOptional(),
  why: z.enum(outReasons).exactOptional(),
  late: z.literal(true).exactOptional(),
  reason: z.string().exactOptional(),
  /** In the list, from 1. */
  number: z.int().exactOptional(),
});

/** A place as it is told; its number stands in the list of those who wait. */
export function toldPlace({ person: _, unit: __, ...place }: Place, number?: number) {
  return { ...place, ...(number !== undefined && { number }) };
}

/** Somebody's own place. */
export function toldOwnPlace(register: Register, person: string) {
  const own = placeOf(register, person);
  return own && toldPlace(own, numberInList(register, person));
}

export const ownOffersAnswer = z.strictObject({ items: z.array(trainingOffer).readonly() });

export const ownPlacesAnswer = z.strictObject({
  items: z.array(z.strictObject({ offer: trainingOffer, place })).readonly(),
});

const phase = z.enum(["open", "closed", "started"]);

export const ownTrainingAnswer = z.strictObject({
  offer: trainingOffer,
  place: place.exactOptional(),
  /** Registration is open, or over; once it has begun nobody comes or leaves any more. */
  phase,
  certificate: toldCertificateAnswer.exactOptional(),
  /** Seats that the reader's unit may still have, and how many wait. */
  free: z.int(),
  waiting: z.int(),
  findings: z
    .array(
      z.strictObject({
        code: z.enum(registrationCodes),
        limit: z.union([z.string(), z.number()]).exactOptional(),
        measured: z.union([z.string(), z.number()]).exactOptional(),
        stops: z.enum(["registration", "nothing"]),
      }),
    )
    .readonly(),
});
export type OwnTrainingAnswer = z.infer<typeof ownTrainingAnswer>;

const reason = z.string().max(longestReason);

/** What somebody does about the own place. */
export const ownActRequest = z.strictObject({
  act: z.enum(["join", "accept", "decline", "cancel"]),
  /** Of who cancels. */
  reason: reason.exactOptional(),
});

export const offersAnswer = z.strictObject({
  items: z.array(trainingOffer).readonly(),
  readOnly: z.literal(true).exactOptional(),
});

/** Days of leave, asked for or given, that meet those of the training. */
const away = z.array(z.strictObject({ from: z.string(), until: z.string() })).readonly();

const officerPlace = place.extend({
  person: z.strictObject({
    id: personId,
    /** Absent: who works in another agency now. */
    name: z.string().exactOptional(),
  }),
  unit: z.string(),
  away,
});

/** Places that one answer tells; more are cut. */
export const mostTold = 500;

export const offerAnswer = z.strictObject({
  offer: trainingOffer,
  /** In the order of joining. */
  places: z.array(officerPlace).max(mostTold).readonly(),
  isCut: z.boolean(),
  /** Surat tugas that call people to it, the first one first, ended ones too. */
  calls: z.array(z.strictObject({ ...letterLine, people: z.int() })).readonly(),
  /** Who has a certain seat and stands in none of them, as many as one letter may name. */
  uncalled: z.array(personId).readonly(),
  phase,
  free: z.int(),
  readOnly: z.literal(true).exactOptional(),
});
export type OfferAnswer = z.infer<typeof offerAnswer>;

const offerFindingsAnswer = z.strictObject({
  findings: z
    .array(
      z.strictObject({
        field: z.string(),
        code: z.enum(offerCodes),
        measured: z.union([z.string(), z.number()]).exactOptional(),
        limit: z.union([z.string(), z.number()]).exactOptional(),
      }),
    )
    .readonly(),
});
/** The offer as it is kept, or all that is wrong with it. */
export const offeredAnswer = z.union([
  z.strictObject({ offer: trainingOffer }),
  offerFindingsAnswer,
]);

export const newOfferRequest = z.strictObject({
  details: offerDetails,
  /** Kept for officers alone until it is published. */
  draft: z.literal(true).exactOptional(),
});
/** Without details it is called off. */
export const offerChangeRequest = z.strictObject({
  revision: z.int(),
  reason,
  details: offerDetails.exactOptional(),
  /** A draft is offered from now on. */
  publish: z.literal(true).exactOptional(),
});

/** Those for whose consent the reader is asked, by training. */
export const consentsAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        offer: trainingOffer,
        people: z
          .array(
            z.strictObject({
              person: z.strictObject({ id: personId, name: z.string() }),
              unit: z.string(),
              state: z.enum(placeStates),
              ...{ joinedAt: z.string(), consentUntil: z.string() },
              number: z.int().exactOptional(),
              away,
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
});
export type ConsentsAnswer = z.infer<typeof consentsAnswer>;

export const consentRequest = z.strictObject({
  person: personId,
  act: z.enum(["consent", "refuse"]),
  reason: reason.exactOptional(),
});

export const placeActRequest = z.strictObject({
  person: personId,
  act: z.enum(["consent", "refuse", "cancel"]),
  reason: reason.exactOptional(),
});
