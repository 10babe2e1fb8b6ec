import { randomUUID } from "node:crypto";
import type { Employee } from "#shared/employee/employee.ts";
import type { PrintProgress } from "#shared/print/print.ts";
import { type PrintId, printId } from "#shared/print/print-id.ts";
import { recordsApiUnderTest, siti } from "./records-api-under-test.ts";

export const prints = "/api/officer/prints";
export const unitKerja = siti.unitKerja;

/** What an officer sends. */
export const aRequest = (change: Record<string, unknown> = {}) => ({
  requestId: randomUUID(),
  unitKerja,
  kind: "cards",
  shape: "landscape",
  sheet: "card",
  ...change,
});

/** The API, and an officer who asks. */
export async function printsUnderTest(...others: Employee[]) {
  const api = await recordsApiUnderTest(...others);
  const ask = (body: unknown) => api.officer(prints, { method: "POST", body });
  const asked = async () => printId.parse((await ask(aRequest())).body.printId);
  const isAt = (id: PrintId, progress: Partial<PrintProgress>) =>
    api.prints.advance(id, progress, api.clock.now());
  return { ...api, ask, asked, isAt };
}
