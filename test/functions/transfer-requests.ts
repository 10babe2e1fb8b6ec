import { randomUUID } from "node:crypto";

const account = "/api/accounts/emp_subject";
const arriving = "/api/accounts/transfers/emp_subject";
const said = () => ({ reason: "SK 12/2026", requestId: randomUUID() });

/** To each route about transfers to another agency, as in route-requests.ts. */
export const transferRequests: Readonly<
  Record<string, (revision: number) => { path?: string; body?: object }>
> = {
  "GET /api/accounts/agencies": () => ({}),
  "GET /api/accounts/transfers": () => ({}),
  "POST /api/accounts/transfers/{id}/accept": () => ({
    path: `${arriving}/accept`,
    body: { ...said(), unitKerja: "Dinas Lain", jabatan: "Arsiparis" },
  }),
  "POST /api/accounts/transfers/{id}/return": () => ({
    path: `${arriving}/return`,
    body: { reason: "Belum ada formasi" },
  }),
  "GET /api/accounts/{id}/transfer": () => ({ path: `${account}/transfer` }),
  "POST /api/accounts/{id}/transfer": (revision) => ({
    path: `${account}/transfer`,
    body: { ...said(), revision, to: "ins_khayalan", source: { number: "SK 12/2026" } },
  }),
  "POST /api/accounts/{id}/transfer/withdraw": () => ({
    path: `${account}/transfer/withdraw`,
    body: { reason: "Keliru" },
  }),
};
