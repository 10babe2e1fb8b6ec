import { randomUUID } from "node:crypto";
import { attendanceRequests } from "./attendance-requests.ts";
import { letterRequests } from "./letter-requests.ts";
import { postRequests } from "./post-requests.ts";
import { trainingRequests } from "./training-requests.ts";

const anAgency = "/api/operator/agencies/ins_contoh";
const reason = { reason: "SK 12/2026" };
const details = { name: "Kabupaten Contoh Baru", zone: "WIT", texts: {} };

/** Requests to the routes of agencies that only a missing right can refuse. */
export const agencyRequests = (approval: string) => ({
  ...postRequests,
  ...letterRequests,
  ...attendanceRequests("Bagian Umum"),
  "GET /api/operator/agencies": () => ({}),
  "POST /api/operator/agencies": () => ({ body: { id: "ins_baru", details, ...reason } }),
  "PATCH /api/operator/agencies/{id}": () => ({
    path: anAgency,
    body: { revision: 1, details, ...reason },
  }),
  "GET /api/operator/agencies/{id}/names": () => ({ path: `${anAgency}/names` }),
  "POST /api/operator/agencies/{id}/names": () => ({ path: `${anAgency}/names`, body: reason }),
  "GET /api/operator/agencies/{id}/history": () => ({ path: `${anAgency}/history` }),
  "GET /api/officer/agency/names": () => ({}),
  "GET /api/officer/agency/history": () => ({}),
  "GET /api/officer/agency/calendar": () => ({ query: { year: "2026" } }),
  "PATCH /api/officer/agency/calendar": () => ({
    body: {
      ...{ revision: 0, source: "SE 1/2026" },
      change: { action: "add-holiday", from: "2026-06-09", name: "Hari jadi" },
    },
  }),
  ...trainingRequests,
  "GET /api/officer/agency": () => ({}),
  "POST /api/officer/agency/changes": () => ({
    body: { revision: 1, details, ...reason, requestId: randomUUID() },
  }),
  "GET /api/officer/agency/changes/{id}/faces/{face}": () => ({
    path: `/api/officer/agency/changes/${approval}/faces/back-portrait`,
  }),
});
