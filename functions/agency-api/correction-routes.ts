import { isReadOnly } from "#shared/access/principal.ts";
import type { Corrections } from "#shared/correction/correction.ts";
import {
  correctionsQuery,
  officerCorrectionsAnswer,
} from "#shared/correction/correction-answers.ts";
import { listCorrections } from "#shared/correction/list-corrections.ts";
import { countCorrections } from "#shared/desk/count-clocks.ts";
import { waitingAnswer } from "#shared/desk/desk-answers.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

export interface CorrectionApi extends AskRole {
  readonly employees: Pick<Employees, "find" | "findAll">;
  readonly corrections: Pick<Corrections, "open" | "handOver">;
}

/** What holders reported as wrong in their records (decision 0051). An answer is accounts-api's. */
export function correctionRoutes(api: CorrectionApi) {
  return [
    route({
      method: "GET",
      path: "/api/officer/corrections",
      summary: "A page of what was reported as wrong and waits, due first at the top",
      access: roleHolder(api, "petugas", "penyetuju", "auditor"),
      query: correctionsQuery,
      answers: { 200: officerCorrectionsAnswer },
      handle: async ({ principal: by, query: { cursor: from } }) => {
        const { items, next } = await listCorrections(api, { by, from });
        return ok({
          ...{ items, ...(next && { cursor: next }) },
          ...(isReadOnly(by) && { readOnly: true as const }),
        });
      },
    }),
    route({
      method: "GET",
      path: "/api/officer/corrections/waiting",
      summary:
        "How many reports of wrong data wait, and how many of them are near or past their time",
      access: roleHolder(api, "petugas", "penyetuju", "auditor"),
      answers: { 200: waitingAnswer },
      handle: async ({ principal: by }) => ok(await countCorrections(api, by)),
    }),
  ];
}
