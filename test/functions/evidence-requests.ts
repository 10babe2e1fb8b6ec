import type { EmployeeId } from "#shared/employee/employee.ts";
import { evidenceIdOf } from "#shared/evidence/evidence-id.ts";
import { EvidenceInMemory } from "../support/evidence-in-memory.ts";

const bytes = Buffer.from("%PDF-1.7\n1 0 obj\nendobj\n%%EOF");
const upload = "upl_subject";
const file = evidenceIdOf({ salt: upload, bytes });
const evidence = "/api/evidence/emp_subject";

/** A file of the record that requests are about: as it was sent, and as it is kept. */
export async function evidenceOf(employeeId: EmployeeId): Promise<EvidenceInMemory> {
  const files = new EvidenceInMemory();
  files.uploads.set(`${employeeId}/${upload}`, bytes);
  await files.put({ employeeId, file }, { type: "application/pdf", salt: upload, bytes });
  return files;
}

/** To each route about files of decrees, as in route-requests.ts. */
export const evidenceRequests: Readonly<
  Record<string, () => { path?: string; query?: Record<string, string>; body?: object }>
> = {
  "POST /api/evidence/announced/uploads": () => ({}),
  "POST /api/evidence/announced/uploads/{upload}/accept": () => ({
    path: `/api/evidence/announced/uploads/${upload}/accept`,
  }),
  "POST /api/evidence/{id}/uploads": () => ({ path: `${evidence}/uploads` }),
  "POST /api/evidence/{id}/uploads/{upload}/accept": () => ({
    path: `${evidence}/uploads/${upload}/accept`,
  }),
  "GET /api/evidence/{id}/files/{file}": () => ({ path: `${evidence}/files/${file}` }),
  "GET /api/evidence/{id}/files/{file}/view": () => ({ path: `${evidence}/files/${file}/view` }),
  "GET /api/evidence/deciding/{id}/files/{file}/view": () => ({
    path: `/api/evidence/deciding/emp_subject/files/${file}/view`,
    query: { grant: "none" },
  }),
};
