import { isReadOnly } from "#shared/access/principal.ts";
import { type AnswerCorrection, answerCorrection } from "#shared/correction/answer-correction.ts";
import type { Corrections } from "#shared/correction/correction.ts";
import {
  answerCorrectionRequest,
  correctionsQuery,
  officerCorrectionsAnswer,
} from "#shared/correction/correction-answers.ts";
import { listCorrections } from "#shared/correction/list-corrections.ts";
import { countCorrections } from "#shared/desk/count-clocks.ts";
import { waitingAnswer } from "#shared/desk/desk-answers.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { noContent, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

export interface CorrectionApi extends AskRole, Omit<AnswerCorrection, "employees"> {
  readonly employees: Pick<Employees, "find" | "findAll">;
  readonly corrections: Pick<Corrections, "of" | "open" | "answer" | "handOver">;
}

/** What holders reported as wrong in their records, and how officers answer it within 3×24 hours (decision 0051). Long: a table, one entry for each route. */
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
    route({
      method: "POST",
      path: "/api/officer/corrections/answer",
      summary: "Answers one: the record was corrected, or why not",
      access: roleHolder(api, "petugas"),
      body: answerCorrectionRequest,
      answers: { 204: "nothing" },
      handle: async ({ principal: by, body, request }) => {
        await answerCorrection(api, { ...body, by });
        request.note({ outcome: "correction-answered" });
        return noContent();
      },
    }),
  ];
}
