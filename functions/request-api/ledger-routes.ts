import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import {
  type CorrectLeave,
  correctLeave,
  keptLeaveAnswer,
  leaveCorrection,
  openLeave,
} from "#shared/leave/correct-leave.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

export type LedgerApi = AskRole & CorrectLeave;

const params = z.strictObject({ id: employeeId });
const path = "/api/requests/ledgers/{id}";

/** How officers keep the annual leave of their people (decision 0121). */
export function ledgerRoutes(api: LedgerApi) {
  return [
    route({
      method: "GET",
      path,
      summary: "What is left of somebody's annual leave, and the newest movements",
      access: roleHolder(api, "petugas", "penyetuju", "auditor"),
      params,
      answers: { 200: keptLeaveAnswer },
      handle: async ({ principal: by, params: { id } }) => ok(await openLeave(api, { id, by })),
    }),
    route({
      method: "POST",
      path: `${path}/corrections`,
      summary:
        "Adds days to it or takes some away, with a reason; the same key again is the same one; 409 leave-moved",
      access: roleHolder(api, "petugas"),
      params,
      body: leaveCorrection,
      answers: { 200: keptLeaveAnswer },
      handle: async ({ principal: by, params: { id }, body, request }) => {
        const told = await correctLeave(api, { ...body, id, by });
        request.note({ outcome: "leave-corrected" });
        return ok(told);
      },
    }),
  ];
}
