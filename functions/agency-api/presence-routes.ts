import { type NoteList, noteList } from "#shared/employee/note-list.ts";
import {
  gateKeysAnswer,
  gateKeysQuery,
  gateReadingsAnswer,
  gateReadingsRequest,
  phoneAnswer,
  phoneRequest,
} from "#shared/gate/gate-answers.ts";
import { type ListGateKeys, listGateKeys } from "#shared/gate/list-gate-keys.ts";
import type { PresenceKeys } from "#shared/gate/presence-keys.ts";
import { type RegisterPhone, registerPhone } from "#shared/gate/register-phone.ts";
import { type TakeCodes, takeCodes } from "#shared/gate/take-codes.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, holder, roleHolder } from "#shared/session/require-session.ts";

interface PresenceApi extends AskRole, NoteList {
  readonly employees: AskRole["employees"] & ListGateKeys["employees"];
  readonly attendanceRules: ListGateKeys["attendanceRules"];
  readonly presenceKeys: PresenceKeys & RegisterPhone["presenceKeys"];
  readonly months: TakeCodes["months"];
}

const base = "/api/officer/agency/attendance";

/** «Kode hadir»: phones that show it, and gates that read it (decision 0123). */
export function presenceRoutes(api: PresenceApi) {
  return [...gateRoutes(api), ownPhone(api)];
}

/** Of who keeps the attendance of the whole agency. */
function gateRoutes(api: PresenceApi) {
  const access = roleHolder(api, "petugas");
  return [
    route({
      method: "GET",
      path: `${base}/gate-keys`,
      summary:
        "A page of the phones whose codes a gate may take for an hour; 404 of another's gate",
      access,
      query: gateKeysQuery,
      answers: { 200: gateKeysAnswer },
      handle: async ({ principal: by, query: { gate, cursor: after } }) => {
        await noteList(api, by);
        const { gate: its, items, next } = await listGateKeys(api, by, { gate, after });
        const serverTime = api.clock.now().toISOString();
        return ok({ name: its.name, serverTime, items, ...(next && { cursor: next }) });
      },
    }),
    route({
      method: "POST",
      path: `${base}/gate-readings`,
      summary: "Takes what a gate has read, each code judged anew; it may be sent again",
      access,
      body: gateReadingsRequest,
      answers: { 200: gateReadingsAnswer },
      handle: async ({ principal: by, body }) => {
        const outcomes = await takeCodes(api, { by, ...body });
        const taken = outcomes.filter((each) => each === "recorded").length;
        logger.info("attendance.codes", {
          ...{ instansiId: by.instansiId, gate: body.gate },
          ...{ taken, others: outcomes.length - taken },
        });
        return ok({ outcomes });
      },
    }),
  ];
}

/** Of whoever is signed in on a phone. */
function ownPhone(api: PresenceApi) {
  return route({
    method: "POST",
    path: "/api/officer/agency/own-presence-key",
    summary:
      "Says by which key the codes of the own phone are signed; for everybody who is signed in; 409 card-not-active, login-by-password",
    access: holder(api),
    body: phoneRequest,
    answers: { 200: phoneAnswer },
    handle: async ({ principal: { session, employee }, body: key }) => {
      const told = await registerPhone(api, { session, employee, key });
      logger.info("attendance.phone", { employeeId: employee.id });
      return ok(told);
    },
  });
}
