import { randomUUID } from "node:crypto";
import type { Employee } from "#shared/employee/employee.ts";
import type { PrintProgress } from "#shared/print/print.ts";
import { type PrintId, printId } from "#shared/print/print-id.ts";
import type { Prints } from "#shared/print/prints.ts";
import type { Clock } from "#shared/runtime/clock.ts";
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
  const hasDrawn = (id: PrintId, drawn: number, parts?: number) =>
    drawFirst(api, { id, drawn, parts });
  return { ...api, ask, asked, isAt, hasDrawn };
}

interface Drawn {
  readonly id: PrintId;
  readonly drawn: number;
  readonly parts?: number | undefined;
}

/** The first part has so many cards; the print is ready unless others follow. */
export async function drawFirst(
  { prints, clock }: { readonly prints: Prints; readonly clock: Clock },
  { id, drawn, parts = 1 }: Drawn,
): Promise<void> {
  const now = clock.now();
  const asked = await prints.find(id);
  if (!asked) throw new Error("Nobody asked for it.");
  const part = { people: drawn, from: "ADI", to: "SIT", ids: [siti.id] };
  await prints.plan(
    asked,
    Array.from({ length: parts }, () => part),
    now,
  );
  const print = (await prints.find(id)) ?? asked;
  const state = parts === 1 ? "ready" : "waiting";
  await prints.finishPart(print, { place: 0, drawn }, { state, drawn }, now);
}
