import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import { findOwn } from "#shared/employee/find-own.ts";
import { openRecord } from "#shared/employee/open-record.ts";
import { historyAnswer } from "#shared/employee/record-answers.ts";
import { changeEntry, historyAnswerOf } from "#shared/employee/told-entry.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { askJoin } from "#shared/join/ask-join.ts";
import {
  joinedHistoryQuery,
  joinedRecords,
  joinPreview,
  joinQuery,
  joinRequest,
} from "#shared/join/join-answers.ts";
import { previewJoin, tellJoined, tellJoinedHistory } from "#shared/join/tell-join.ts";
import { roleHolder } from "#shared/session/require-session.ts";
import type { AccountsApi } from "./accounts-api.ts";
import { agencyApproval } from "./approval-answers.ts";
import { tellAsked } from "./approval-routes.ts";
import { findToChange } from "./find-to-change.ts";

/** Two records of one person (decision 0054). Long: a table, one entry for each route. */
export function joinRoutes(api: AccountsApi) {
  const petugas = roleHolder(api, "petugas");
  const readers = roleHolder(api, "petugas", "penyetuju", "auditor");
  const params = z.strictObject({ id: employeeId });
  return [
    route({
      method: "GET",
      path: "/api/accounts/{id}/joined",
      summary: "What was joined into a record, oldest first",
      access: readers,
      params,
      answers: { 200: joinedRecords },
      handle: async ({ principal: by, params: { id } }) =>
        ok(tellJoined(await findOwn(api.employees, id, by))),
    }),
    route({
      method: "GET",
      path: "/api/accounts/{id}/joined/{joinedId}/history",
      summary: "A page of the history of a record that was joined into this one",
      access: readers,
      params: z.strictObject({ id: employeeId, joinedId: employeeId }),
      query: joinedHistoryQuery,
      answers: { 200: historyAnswer },
      handle: async ({ principal: by, params: { id, joinedId: joined }, query }) => {
        // It shows old values, so it counts as a reading of the record.
        const person = await openRecord(api, { id, by });
        const page = await tellJoinedHistory(api, { person, joined, from: query.cursor, by });
        return ok(historyAnswerOf(page, changeEntry));
      },
    }),
    route({
      method: "POST",
      path: "/api/accounts/{id}/join/preview",
      summary:
        "A record and another one beside it, by its number; 404 nobody has it, 409 join-…, change-needs-operators, account-frozen, transfer-open, request-open",
      access: petugas,
      params,
      body: joinQuery,
      answers: { 200: joinPreview },
      handle: async ({ principal: by, params: { id }, body: { nip } }) => {
        const person = await findToChange(api, id, by);
        return ok(await previewJoin(api, { person, nip, by }));
      },
    }),
    route({
      method: "POST",
      path: "/api/accounts/{id}/join",
      summary:
        "Asks that one of two records be joined into the other; 409 record-changed, join-asked, and as the preview",
      access: petugas,
      params,
      body: joinRequest,
      answers: { 201: agencyApproval },
      handle: async ({ principal: by, params: { id }, body }) => {
        const person = await findToChange(api, id, by);
        return await tellAsked(api, await askJoin(api, { ...body, person, by }), by);
      },
    }),
  ];
}
