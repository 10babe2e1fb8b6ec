import { anOffer } from "../support/training.ts";

const at = "/api/officer/agency/trainings";
const { id: _, instansiId: __, state: ___, revision: ____, ...details } = anOffer();

/** Requests to the routes of trainings that only a missing right can refuse; there is no training yet. */
export const trainingRequests = {
  [`GET ${at}`]: () => ({}),
  [`GET ${at}/{id}`]: () => ({ path: `${at}/trn_1` }),
  [`POST ${at}`]: () => ({ body: { details } }),
  [`PATCH ${at}/{id}`]: () => ({
    ...{ path: `${at}/trn_1`, body: { revision: 1, reason: "SK 1/2027", details } },
  }),
  [`GET ${at.replace("trainings", "training-consents")}`]: () => ({}),
  [`POST ${at.replace("trainings", "training-consents")}/{id}`]: () => ({
    path: `${at.replace("trainings", "training-consents")}/trn_1`,
    body: { person: "emp_subject", act: "consent" },
  }),
  "GET /api/officer/agency/learning": () => ({ query: { unit: "Bagian Umum", year: "2026" } }),
  [`GET ${at}/{id}/results`]: () => ({ path: `${at}/trn_1/results` }),
  [`POST ${at}/{id}/results`]: () => ({
    path: `${at}/trn_1/results`,
    body: { person: "emp_subject", revision: 0, act: "issue" },
  }),
  [`POST ${at}/{id}/attendance`]: () => ({
    ...{ path: `${at}/trn_1/attendance`, body: { session: 0, revision: 0, marks: {} } },
  }),
  [`POST ${at}/{id}/places`]: () => ({
    ...{ path: `${at}/trn_1/places`, body: { person: "emp_subject", act: "consent" } },
  }),
};
