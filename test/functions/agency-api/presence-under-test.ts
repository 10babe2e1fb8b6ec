import type { Employee } from "#shared/employee/employee.ts";
import { gateKeysAnswer, gateReadingsAnswer } from "#shared/gate/gate-answers.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { attendanceRoutes } from "../../../functions/agency-api/attendance-routes.ts";
import { presenceRoutes } from "../../../functions/agency-api/presence-routes.ts";
import { AttendanceMonthsInMemory } from "../../support/attendance-months-in-memory.ts";
import { AttendanceRulesInMemory } from "../../support/attendance-rules-in-memory.ts";
import { callApi, handlerOptions } from "../../support/call-api.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { LeaveLedgersInMemory } from "../../support/leave-ledgers-in-memory.ts";
import { PresenceKeysInMemory } from "../../support/presence-keys-in-memory.ts";
import type { PresencePhone } from "../../support/presence-phone.ts";
import { type SignedIn, signIn } from "../../support/signed-in.ts";
import { WorkCalendarsInMemory } from "../../support/work-calendars-in-memory.ts";
import { ofUnit, petugas, setUp } from "./agency-api-under-test.ts";

const door = { id: "pintu", name: "Pintu utama", zone: "WIB", clocks: [] };
const gate = { id: "depan", name: "Gerbang depan", zone: "WIB", kind: "gate", clocks: [] };
const machines = [door, gate, { ...gate, id: "samping", name: "Gerbang samping", zone: "WIT" }];

/** An agency with a door and two gates, and no phone yet. */
export async function world() {
  const { call: _, ...tables } = await setUp();
  const { history } = tables.agencies;
  const api = {
    ...tables,
    history: new HistoryInMemory(history),
    months: new AttendanceMonthsInMemory(2, history),
    attendanceRules: new AttendanceRulesInMemory(history),
    presenceKeys: new PresenceKeysInMemory(),
    ledgers: new LeaveLedgersInMemory(),
    calendars: new WorkCalendarsInMemory(),
  };
  const handler = apiHandler([...attendanceRoutes(api), ...presenceRoutes(api)], handlerOptions);
  const send = (signedIn: SignedIn, method: "GET" | "POST", at: string, body?: object) =>
    callApi(handler, {
      ...{ method, path: `/api/officer/agency/${at.split("?")[0]}`, ...(body && { body }) },
      query: Object.fromEntries(new URLSearchParams(at.split("?")[1])),
      ...signedIn,
    });
  const call = async (by: Employee, method: "GET" | "POST", at: string, body?: object) =>
    send(await signIn(tables, by), method, at, body);
  const rules = { revision: 0, reason: "SK 1", machines, schedules: [], terms: [] };
  await call(petugas, "POST", "attendance/rules", rules);
  const tell = async (at: string, ...codes: readonly object[]) => {
    const told = await call(petugas, "POST", "attendance/gate-readings", { gate: at, codes });
    return told.status === 200 ? gateReadingsAnswer.parse(told.body).outcomes : told.status;
  };
  const register = async (who: Employee, { x, y }: PresencePhone) => {
    const signedIn = await signIn(tables, who);
    const answer = await send(signedIn, "POST", "own-presence-key", { x, y });
    return { signedIn, answer };
  };
  return { ...api, call, send, tell, register };
}

export type World = Awaited<ReturnType<typeof world>>;

/** What a gate tells of a phone. @param late seconds after which it reads the code that the phone shows now */
export async function seen(
  { clock }: World,
  phone: PresencePhone,
  late = 0,
  who: Employee = ofUnit,
) {
  const now = clock.now();
  const at = new Date(now.getTime() + late * 1000).toISOString();
  return { code: await phone.codeOf(now), person: who.id, at };
}

export const keysOf = async (its: World) => {
  const answer = await its.call(petugas, "GET", "attendance/gate-keys?gate=depan");
  return gateKeysAnswer.parse(answer.body).items;
};
export const monthOf = ({ clock }: World) => clock.now().toISOString().slice(0, 7);
