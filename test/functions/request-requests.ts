import type { Employee } from "#shared/employee/employee.ts";
import type { Request } from "#shared/request/request.ts";
import { aRequest as aStored } from "../support/requests.ts";
import { evidenceRequests } from "./evidence-requests.ts";

const id = `req_${"0".repeat(26)}` as const;
const content = { values: { birthPlace: "Cirebon" } };
const campaign = `cmp_${"0".repeat(26)}`;
const key = "0".repeat(26);

/** One that somebody has asked for and that waits. */
export function someRequest({ id: person, instansiId, unitKerja }: Employee): Request {
  const old = { birthPlace: "" };
  const chain = [{ role: "petugas", hours: 72 }] as const;
  return aStored({
    ...{ id, person, instansiId, unitKerja, chain, group: "birth" },
    content: { ...content, old },
  });
}

/** To each route of requests and of the files behind them, as in route-requests.ts. */
export const requestRequests: Readonly<
  Record<string, () => { path?: string; query?: Record<string, string>; body?: object }>
> = {
  ...evidenceRequests,
  "POST /api/evidence/mine/uploads": () => ({}),
  "POST /api/evidence/mine/uploads/{upload}/accept": () => ({
    path: "/api/evidence/mine/uploads/upl_subject/accept",
  }),
  "GET /api/requests/mine": () => ({}),
  "GET /api/requests/mine/fields": () => ({}),
  "GET /api/requests/mine/{id}": () => ({ path: `/api/requests/mine/${id}` }),
  "GET /api/requests/mine/{id}/proof": () => ({ path: `/api/requests/mine/${id}/proof` }),
  "GET /api/requests/mine/{id}/permit": () => ({ path: `/api/requests/mine/${id}/permit` }),
  "POST /api/requests/mine/draft": () => ({
    body: { key, kind: "data-change", content, files: [] },
  }),
  "POST /api/requests/mine": () => ({ body: { key, kind: "data-change", content, files: [] } }),
  "POST /api/requests/mine/{id}/revise": () => ({
    path: `/api/requests/mine/${id}/revise`,
    body: { version: 1, reason: "", content, files: [] },
  }),
  "POST /api/requests/mine/{id}/withdraw": () => ({
    path: `/api/requests/mine/${id}/withdraw`,
    body: { version: 1 },
  }),
  "GET /api/requests/leave": () => ({}),
  "GET /api/requests/deciding": () => ({}),
  "GET /api/requests/deciding/{id}": () => ({ path: `/api/requests/deciding/${id}` }),
  "POST /api/requests/deciding/{id}": () => ({
    path: `/api/requests/deciding/${id}`,
    body: { version: 1, decision: { act: "agree" } },
  }),
  "POST /api/requests/deciding/{id}/recall": () => ({
    path: `/api/requests/deciding/${id}/recall`,
    body: { from: "2026-12-22", reason: "Keadaan darurat" },
  }),
  "GET /api/requests/ledgers/{id}": () => ({ path: "/api/requests/ledgers/emp_subject" }),
  "POST /api/requests/ledgers/{id}/corrections": () => ({
    path: "/api/requests/ledgers/emp_subject/corrections",
    body: { key, source: new Date().getUTCFullYear(), days: 1, reason: "Kartu cuti lama" },
  }),
  "GET /api/requests/leave/away": () => ({ query: { month: "2026-12" } }),
  "GET /api/requests/leave/away/file": () => ({ query: { month: "2026-12" } }),
  "GET /api/requests/campaigns": () => ({}),
  "POST /api/requests/campaigns": () => ({
    body: {
      ...{ key, title: "Pemutakhiran surel", group: {} },
      ...{ firstDay: "2026-12-01", lastDay: "2026-12-31" },
    },
  }),
  "GET /api/requests/campaigns/{id}": () => ({ path: `/api/requests/campaigns/${campaign}` }),
  "GET /api/requests/campaigns/{id}/unanswered": () => ({
    path: `/api/requests/campaigns/${campaign}/unanswered`,
  }),
  "POST /api/requests/campaigns/{id}/export": () => ({
    path: `/api/requests/campaigns/${campaign}/export`,
    body: { requestId: "5f1de0c2-3a43-4f0e-9a51-1b0a7a0a3f52", format: "xlsx" },
  }),
  "POST /api/requests/campaigns/{id}/end": () => ({
    path: `/api/requests/campaigns/${campaign}/end`,
    body: { version: 1 },
  }),
  "GET /api/requests/ended": () => ({}),
  "GET /api/requests/waiting": () => ({}),
  "GET /api/requests/waiting/count": () => ({}),
  "POST /api/requests/officer/{id}/revoke-proofs": () => ({
    path: `/api/requests/officer/${id}/revoke-proofs`,
    body: { reason: "Bukti dipalsukan" },
  }),
  "GET /api/requests/officer/{id}": () => ({ path: `/api/requests/officer/${id}` }),
  "POST /api/requests/officer/{id}": () => ({
    path: `/api/requests/officer/${id}`,
    body: { version: 1, decision: { act: "take" } },
  }),
};
