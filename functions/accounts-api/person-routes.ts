import * as z from "zod";
import { type ReadPersonMatters, readPersonMatters } from "#shared/desk/person-matters.ts";
import { personMattersAnswer } from "#shared/desk/person-matters-answers.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

/** What a page of a record shows beside the record (decision 0057). */
export function personRoutes(api: AskRole & ReadPersonMatters) {
  return [
    route({
      method: "GET",
      path: "/api/accounts/{id}/matters",
      summary: "What waits for a second person about this one, and what became of the last photo",
      access: roleHolder(api, "petugas", "penyetuju", "auditor"),
      params: z.strictObject({ id: employeeId }),
      answers: { 200: personMattersAnswer },
      handle: async ({ principal: by, params: { id } }) =>
        ok(await readPersonMatters(api, { id, by })),
    }),
  ];
}
