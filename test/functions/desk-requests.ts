import { randomUUID } from "node:crypto";

const query = { key: "2026-11-21#a" };

/** Requests to the routes of an officer's desk, and of announcements, that only a missing right can refuse. */
export const deskRequests = {
  "GET /api/officer/agency/announcements": () => ({}),
  "POST /api/officer/agency/announcements": () => ({
    body: {
      ...{ kind: "rules", kinds: [], units: [], endsOn: "2026-12-01", requestId: randomUUID() },
      words: { title: "Kartu ASN Virtual", text: "KARPEG tetap berlaku." },
    },
  }),
  "POST /api/officer/agency/announcements/preview": () => ({
    body: {
      ...{ kind: "rules", kinds: [], units: [], endsOn: "2026-12-01", requestId: randomUUID() },
      words: { title: "Kartu ASN Virtual", text: "KARPEG tetap berlaku." },
    },
  }),
  "GET /api/officer/agency/announcements/attachment": () => ({ query }),
  "GET /api/officer/agency/announcements/circular": () => ({ query }),
  "POST /api/officer/agency/announcements/circular/preview": () => ({
    body: {
      words: { title: "Kartu ASN Virtual", text: "KARPEG tetap berlaku." },
      circular: {
        ...{ number: "800/1", nature: "Penting", place: "Contoh", day: "2026-11-21" },
        ...{ to: ["Kepala Dinas"], signerPost: "Kepala", signerName: "Budi" },
      },
    },
  }),
  "POST /api/officer/agency/announcements/end": () => ({ body: { key: "2026-11-21#a" } }),
  "GET /api/me/announcements": () => ({}),
  "GET /api/me/announcements/attachment": () => ({ query }),
  "GET /api/me/announcements/circular": () => ({ query }),
  "POST /api/me/announcements/read": () => ({ body: { key: "2026-11-21#a" } }),
  "GET /api/officer/home": () => ({}),
  "GET /api/officer/quality": () => ({}),
  "POST /api/officer/quality/passes": () => ({}),
  "GET /api/officer/quality/passes/{bulkId}": () => ({
    path: "/api/officer/quality/passes/blk_1",
  }),
};
