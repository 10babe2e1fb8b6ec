import { randomUUID } from "node:crypto";
import type { JoinedRecord } from "#shared/employee/employee.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { aNip } from "../support/builders.ts";

const account = "/api/accounts/emp_subject";

/** Of the subject. */
export const aJoinedRecord: JoinedRecord = {
  ...{ id: "emp_twin", nip: aNip("199001012015031001") },
  at: "2026-01-02T03:04:05.000Z",
};

/** To each route about two records of one person, as in route-requests.ts. */
export const joinRequests = (
  own: Nip,
): Readonly<Record<string, (revision: number) => { path?: string; body?: object }>> => ({
  "GET /api/accounts/{id}/joined": () => ({ path: `${account}/joined` }),
  "GET /api/accounts/{id}/joined/{joinedId}/history": () => ({
    path: `${account}/joined/emp_twin/history`,
  }),
  "POST /api/accounts/{id}/join/preview": () => ({
    path: `${account}/join/preview`,
    body: { nip: own },
  }),
  "POST /api/accounts/{id}/join": (revision) => ({
    path: `${account}/join`,
    body: {
      ...{ reason: "Satu orang, dua NIP", requestId: randomUUID(), source: { number: "800/7" } },
      ...{ revision, otherRevision: 1, other: "emp_subject", survivor: "here", taken: [] },
    },
  }),
});
