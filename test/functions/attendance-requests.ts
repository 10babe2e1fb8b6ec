import { basePoint } from "../support/presence-keys-contract.ts";

const base = "/api/officer/agency/attendance";
const month = "2026-03";
const details = { machines: [], schedules: [], terms: [] };
const ofSubject = { path: `${base}/people/emp_subject` };
const reason = "SK 1";

/** Requests to the routes of attendance that only a missing right can refuse; nothing is known of the month yet. */
export const attendanceRequests = (unit: string) => ({
  [`GET ${base}/rules`]: () => ({}),
  [`POST ${base}/rules`]: () => ({ body: { revision: 0, reason, ...details } }),
  [`POST ${base}/pins`]: () => ({ body: { machine: "pintu", lines: [] } }),
  [`POST ${base}/readings`]: () => ({
    body: {
      ...{ machine: "pintu", from: "2026-03-01", until: "2026-03-31", order: "day-first" },
      people: [],
    },
  }),
  [`GET ${base}/recap`]: () => ({ query: { unit, month } }),
  [`GET ${base}/sheet`]: () => ({ query: { unit, month, format: "csv" } }),
  [`GET ${base}/people/{id}`]: () => ({ ...ofSubject, query: { month } }),
  [`POST ${base}/people/{id}/corrections`]: () => ({
    path: `${ofSubject.path}/corrections`,
    body: { month, revision: 0, reason, act: { act: "correct", day: "2026-03-02", in: "07:30" } },
  }),
  [`POST ${base}/people/{id}/openings`]: () => ({
    path: `${ofSubject.path}/openings`,
    body: { month, revision: 0, reason },
  }),
  [`POST ${base}/closings`]: () => ({ body: { unit, month } }),
  "GET /api/officer/agency/own-attendance": () => ({ query: { month } }),
  [`GET ${base}/gate-keys`]: () => ({ query: { gate: "depan" } }),
  [`POST ${base}/gate-readings`]: () => ({
    body: {
      gate: "depan",
      codes: [{ code: "KH1.0", person: "emp_subject", at: "2026-03-02T00:30:00Z" }],
    },
  }),
  "POST /api/officer/agency/own-presence-key": () => ({ body: basePoint }),
});
