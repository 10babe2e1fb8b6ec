import { randomUUID } from "node:crypto";

/** Requests to the routes of an officer's desk, and of announcements, that only a missing right can refuse. */
export const deskRequests = {
  "GET /api/officer/agency/announcements": () => ({}),
  "POST /api/officer/agency/announcements": () => ({
    body: {
      ...{ kind: "rules", kinds: [], units: [], endsOn: "2026-12-01", requestId: randomUUID() },
      words: { title: "Kartu ASN Virtual", text: "KARPEG tetap berlaku." },
    },
  }),
  "POST /api/officer/agency/announcements/end": () => ({ body: { key: "2026-11-21#a" } }),
  "GET /api/me/announcements": () => ({}),
  "POST /api/me/announcements/read": () => ({ body: { key: "2026-11-21#a" } }),
  "GET /api/officer/home": () => ({}),
  "GET /api/officer/quality": () => ({}),
  "POST /api/officer/quality/passes": () => ({}),
  "GET /api/officer/quality/passes/{bulkId}": () => ({
    path: "/api/officer/quality/passes/blk_1",
  }),
};
