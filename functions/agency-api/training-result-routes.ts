import * as z from "zod";
import { isReadOnly } from "#shared/access/principal.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { type NoteList, noteList } from "#shared/employee/note-list.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";
import {
  assessLearner,
  issueCertificate,
  markSession,
  type NoteResults,
  withdrawCertificate,
} from "#shared/training/note-results.ts";
import {
  resultRequest,
  resultsAnswer,
  sheetRequest,
  unitLearningAnswer,
  unitLearningQuery,
} from "#shared/training/result-answers.ts";
import { tellResults } from "#shared/training/tell-results.ts";
import { offerId } from "#shared/training/training-offer.ts";
import { learningOfUnit } from "#shared/training/unit-learning.ts";

export interface TrainingResultApi extends AskRole, NoteResults, NoteList {
  readonly employees: AskRole["employees"] & Pick<Employees, "find" | "findAll" | "idsInUnit">;
}

/** Attendance, results and certificates of what the own agency offers (decision 0116). Long: a table, one entry for each route. */
export function trainingResultRoutes(api: TrainingResultApi) {
  const params = z.strictObject({ id: offerId });
  const path = "/api/officer/agency/trainings/{id}/results";
  const answers = { 200: resultsAnswer };
  const access = roleHolder(api, "petugas");
  return [
    route({
      method: "GET",
      path,
      summary:
        "Attendance, results and certificates of those whose seats in a training are certain",
      access: roleHolder(api, "petugas", "penyetuju"),
      params,
      answers,
      handle: async ({ principal: by, params: { id } }) =>
        ok({
          ...(await tellResults(api, { by, id })),
          ...(isReadOnly(by) && { readOnly: true as const }),
        }),
    }),
    route({
      method: "GET",
      path: "/api/officer/agency/learning",
      summary:
        "The JP of a unit's people in a year against their targets, a page of them; 404 of other units",
      access: roleHolder(api, "petugas", "penyetuju"),
      query: unitLearningQuery,
      answers: { 200: unitLearningAnswer },
      handle: async ({ principal: by, query: { unit, year, cursor: after } }) => {
        await noteList(api, by);
        return ok(await learningOfUnit(api, by, { unit, year: Number(year), after }));
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/agency/trainings/{id}/attendance",
      summary: "Notes who was at a session; 409 record-changed; 403 own-record",
      access,
      params,
      body: sheetRequest,
      answers,
      handle: async ({ principal: by, params: { id }, body }) => {
        await markSession(api, { ...body, by, id });
        logger.info("training.attendance", { offerId: id, session: body.session });
        return ok(await tellResults(api, { by, id }));
      },
    }),
    route({
      method: "POST",
      path,
      summary:
        "Notes an assessment, gives a certificate with its number, or withdraws one; 409 record-changed; 403 own-record",
      access,
      params,
      body: resultRequest,
      answers,
      handle: async ({ principal: by, params: { id }, body }) => {
        await noteResult(api, { ...body, by, id });
        logger.info("training.result", { offerId: id, act: body.act });
        return ok(await tellResults(api, { by, id }));
      },
    }),
  ];
}

type Noting = z.infer<typeof resultRequest> & Pick<Parameters<typeof markSession>[1], "by" | "id">;

async function noteResult(api: NoteResults, noting: Noting): Promise<void> {
  if (noting.act === "withdraw") return await withdrawCertificate(api, noting);
  if (noting.act === "assess") {
    const { passed, predicate, ...who } = noting;
    const assessment = { passed, ...(predicate !== undefined && { predicate }) };
    return await assessLearner(api, { ...who, assessment });
  }
  const issued = await issueCertificate(api, noting);
  // The page offers it only where nothing stands in the way: something has changed since.
  if (!issued.ok) throw new Conflict("record-changed");
}
