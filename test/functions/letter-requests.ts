import { aProfile, letterWords } from "../support/letters.ts";

const letters = "/api/officer/agency/letters";
const at = `${letters}/ltr_1`;
const toSign = "/api/officer/agency/letters-to-sign/ltr_1";
const revision = 1;
const ended = { revision, reason: "Batal" };

/** Requests to the routes of letters that only a missing right can refuse; there is no letter yet. */
export const letterRequests = {
  "GET /api/officer/agency/letters": () => ({}),
  "POST /api/officer/agency/letters": () => ({ body: { words: letterWords() } }),
  "GET /api/officer/agency/letters/{id}": () => ({ path: at }),
  "PATCH /api/officer/agency/letters/{id}": () => ({
    path: at,
    body: { revision, words: letterWords() },
  }),
  "GET /api/officer/agency/letters/{id}/file": () => ({ path: `${at}/file` }),
  "POST /api/officer/agency/letters/{id}/send": () => ({ path: `${at}/send`, body: { revision } }),
  "POST /api/officer/agency/letters/{id}/cancel": () => ({ path: `${at}/cancel`, body: ended }),
  "POST /api/officer/agency/letters/{id}/withdraw": () => ({ path: `${at}/withdraw`, body: ended }),
  "GET /api/officer/agency/letter-numbers": () => ({ query: { year: "2026" } }),
  "GET /api/officer/agency/letter-profile": () => ({}),
  "GET /api/officer/agency/letter-profile/sample": () => ({ query: { kind: "tugas" } }),
  "POST /api/officer/agency/letter-profile": () => ({
    body: { revision: 0, reason: "SK 1", details: aProfile() },
  }),
  "GET /api/officer/agency/own-letters": () => ({}),
  "GET /api/officer/agency/own-letters/{id}/file": () => ({
    path: "/api/officer/agency/own-letters/ltr_1/file",
  }),
  "GET /api/officer/agency/letters-to-sign": () => ({}),
  "GET /api/officer/agency/letters-to-sign/{id}": () => ({ path: toSign }),
  "GET /api/officer/agency/letters-to-sign/{id}/file": () => ({ path: `${toSign}/file` }),
  "POST /api/officer/agency/letters-to-sign/{id}/sign": () => ({
    path: `${toSign}/sign`,
    body: { revision },
  }),
  "POST /api/officer/agency/letters-to-sign/{id}/return": () => ({
    path: `${toSign}/return`,
    body: ended,
  }),
};
