import { randomUUID } from "node:crypto";

/** A decree of the record that requests are about (`subject`). */
export const someDecree = "dec_subject";
const account = "/api/accounts/emp_subject";
const change = (revision: number) => ({ revision, requestId: randomUUID(), reason: "SK 12/2026" });

/** To each route about decrees, as in route-requests.ts. */
export const decreeRequests: Readonly<
  Record<string, (revision: number) => { path?: string; body?: object }>
> = {
  "GET /api/accounts/decrees": () => ({}),
  "GET /api/accounts/decrees/waiting": () => ({}),
  "GET /api/accounts/{id}/decrees": () => ({ path: `${account}/decrees` }),
  "POST /api/accounts/{id}/decrees": (revision) => ({
    path: `${account}/decrees`,
    body: {
      ...change(revision),
      ...{ kind: "promotion", to: { golongan: "III/c" } },
      ...{ skNumber: "823/12/2026", skDate: "2026-11-01", tmt: "2027-04-01" },
    },
  }),
  "POST /api/accounts/{id}/decrees/{decreeId}/move": () => ({
    path: `${account}/decrees/${someDecree}/move`,
    body: { tmt: "2027-05-01", reason: "Surat baru", requestId: randomUUID() },
  }),
  "POST /api/accounts/{id}/decrees/{decreeId}/withdraw": () => ({
    path: `${account}/decrees/${someDecree}/withdraw`,
    body: { reason: "Surat baru", requestId: randomUUID() },
  }),
};
