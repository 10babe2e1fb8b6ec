import { randomUUID } from "node:crypto";
import { anEmployee } from "../support/builders.ts";

const account = "/api/accounts/emp_subject";
const change = (revision: number) => ({ revision, requestId: randomUUID(), reason: "SK 12/2026" });

/** To each route that asks for a person, or for what two people change of one, as in route-requests.ts. */
export const personRequests: Readonly<
  Record<string, (revision: number) => { path?: string; body?: object }>
> = {
  "POST /api/accounts/people": () => ({
    body: {
      entry: {
        ...{ nip: "199001012015031001", kind: "PNS", name: "Dewi Lestari", tmt: "2016-03-01" },
        ...{ kedudukanHukum: "01", golongan: "III/a", jabatan: "Arsiparis" },
        unitKerja: anEmployee().unitKerja,
      },
      ...{ reason: "SK 12/2026", requestId: randomUUID() },
    },
  }),
  "POST /api/accounts/{id}/nip-change": (revision) => ({
    path: `${account}/nip-change`,
    body: { ...change(revision), nip: "197205052009031977" },
  }),
  "POST /api/accounts/{id}/record-change": (revision) => ({
    path: `${account}/record-change`,
    body: { ...change(revision), values: { golongan: "III/b" } },
  }),
};
