import type { ChainLink, Request } from "#shared/request/request.ts";

export const chainOfTwo: readonly ChainLink[] = [
  { role: "petugas", hours: 48 },
  { role: "penyetuju", hours: 24 },
];

/** What somebody typed and has not sent. */
export function aDraft(fields: Partial<Request> = {}): Request {
  return {
    ...{ id: "req_1", kind: "data-change", person: "emp_siti", instansiId: "ins_contoh" },
    ...{ unitKerja: "Dinas A", content: null, files: [], state: "draft", group: "", chain: [] },
    ...{ place: 0, agreed: [], answerDays: 14, since: "2026-11-21T02:00:00.000Z", trail: [] },
    ...{ version: 1, ...fields },
  };
}

/** One that waits for its first decider. */
export function aRequest(fields: Partial<Request> = {}): Request {
  const at = "2026-11-21T03:00:00.000Z";
  return aDraft({
    ...{ state: "submitted", group: "name", chain: chainOfTwo, submittedAt: at, since: at },
    ...{ content: { values: { name: "Siti Rahmah" }, old: { name: "Siti Rahma" } } },
    ...{ dueAt: "2026-11-23T03:00:00.000Z", trail: [{ act: "submitted", at, by: "emp_siti" }] },
    ...fields,
  });
}
