/** The API's exports, written by the real exporter. */
import { randomUUID } from "node:crypto";
import { approve } from "#shared/access/decide-approval.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { largeExports } from "#shared/export/ask-export.ts";
import { type ExportId, exportId } from "#shared/export/export.ts";
import { writeExport } from "#shared/export/write-export.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { stepInMemory } from "../../support/steps-in-memory.ts";
import { budi, recordsApiUnderTest } from "./records-api-under-test.ts";

export const exports = "/api/officer/exports";
export const people = (count: number, fields: Partial<Employee> = {}): Employee[] =>
  Array.from({ length: count }, (_, i) =>
    anEmployee({
      ...{ id: `emp_p${i}`, name: `Warga Rekaan ${i}`, email: `p${i}@contoh.example` },
      nip: aNip(`19850212201001${1 + (i % 2)}${String(10 + (i >> 1)).padStart(3, "0")}`),
      ...fields,
    }),
  );

export async function exportsUnderTest(...others: Employee[]) {
  const api = await recordsApiUnderTest(...others);
  const post = (path: string, body?: unknown, by = api.officer) =>
    by(`${exports}${path}`, { method: "POST", ...(body !== undefined && { body }) });
  const ask = async (body: Record<string, unknown> = {}, by = api.officer) => {
    const answer = await post("", { requestId: randomUUID(), q: "", format: "xlsx", ...body }, by);
    return exportId.parse(answer.body.exportId);
  };
  const write = (id: ExportId) => writeExport({ ...api, files: api.exportFiles }, id);
  const written = async (body: Record<string, unknown> = {}) => {
    const id = await ask(body);
    await write(id);
    return { id, bytes: api.exportFiles.files.get(id) ?? new Uint8Array() };
  };
  const told = async (id: ExportId) => (await api.get(`${exports}/${id}`)).body;
  const agree = async (id: ExportId) => {
    const [approval] = api.approvals.all.filter(({ subject }) => subject.id === id).slice(-1);
    if (!approval) throw new Error("Nobody asked.");
    const roles = [aGrant("penyetuju")];
    const unchanged = stepInMemory("decision-raced", { holds: () => true, write: () => {} });
    const by = { employeeId: "emp_rahayu", instansiId: budi.instansiId, roles } as const;
    return await approve(
      {
        ...api,
        kinds: { export: largeExports(api) },
        standingOf: async () => ({ roles: [aGrant("petugas"), ...roles], unchanged }),
      },
      { id: approval.id, by },
    );
  };
  return { ...api, post, ask, write, written, told, agree };
}
