/**
 * Counts given leaves again whose calendar has changed (decision 0107): a cuti bersama that was declared within a running leave gives its day back, a
 * holiday that moved away takes one more where there is one; its person is told.
 */
import type { AccountHistory } from "#shared/account/account-history.ts";
import type { Agencies } from "#shared/agency/agencies.ts";
import { dayOf } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Requests } from "#shared/request/requests.ts";
import { eachOf, type Turn } from "#shared/runtime/each-of.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { ChangedDays } from "#shared/workday/changed-days.ts";
import type { WritableWorkCalendars } from "#shared/workday/work-calendars.ts";
import { recount } from "./change-annual-leave.ts";
import { calendarOf, leaveHolderOf, openedFor } from "./leave-case.ts";
import { askedOf } from "./leave-content.ts";
import { appointmentOn } from "./leave-holder.ts";
import { accountOf, post } from "./leave-ledger.ts";
import type { Absence, LeaveLedgers } from "./leave-ledgers.ts";
import { daysIn } from "./leave-span.ts";
import { termsOn } from "./leave-terms.ts";

export interface RecountLeaves extends Turn {
  readonly calendars: Pick<WritableWorkCalendars, "together" | "uncounted" | "markCounted">;
  readonly ledgers: Pick<LeaveLedgers, "find" | "save" | "awayIn">;
  readonly requests: Pick<Requests, "find">;
  readonly employees: Pick<Employees, "find">;
  readonly agencies: Pick<Agencies, "list">;
  readonly accountHistory: Pick<AccountHistory, "note">;
}

/** Somebody else may write the same ledger at the moment. */
const tries = 4;

/**
 * A change is done with once all leaves that it touches are counted; cut off anywhere, the next run begins it anew, and what was counted stays as it is.
 * @returns how many leaves have other days now @throws what the first change failed with, once all were tried
 */
export async function recountLeaves(api: RecountLeaves): Promise<number> {
  let changed = 0;
  const items = await api.calendars.uncounted();
  await eachOf(api, { part: "calendars", items, idOf: ({ id }) => id }, async (change) => {
    for (const absence of await touchedBy(api, change)) {
      if (api.until && api.clock.now() >= api.until) return;
      if (await recountLeave(api, absence)) changed++;
    }
    await api.calendars.markCounted(change);
  });
  return changed;
}

async function touchedBy(api: RecountLeaves, { instansiId, from, until }: ChangedDays) {
  const agencies = await api.agencies.list();
  const ids = instansiId === undefined ? agencies.map(({ id }) => id) : [instansiId];
  const lists = await Promise.all(ids.map((id) => api.ledgers.awayIn(id, { from, to: until })));
  return lists.flat().filter(({ isGiven }) => isGiven);
}

async function recountLeave(api: RecountLeaves, absence: Absence): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryToRecount(api, absence);
    } catch (error) {
      const isRaced = error instanceof Conflict && error.code === "leave-moved";
      if (!isRaced || attempt === tries) throw error;
    }
  }
}

async function tryToRecount(api: RecountLeaves, { request: id, from, to }: Absence) {
  const request = await api.requests.find(id);
  const person = request && (await api.employees.find(request.person));
  if (!person || request.state !== "approved") return false;
  const asked = askedOf(request);
  if (asked.kind !== "tahunan") return false;
  const ledger = await api.ledgers.find(person.id);
  const span = { from, to };
  // Of one that was called back the last days are gone, and with them those of the journey.
  const cut = to < asked.to ? daysIn({ from: to, to: asked.to }) - 1 : 0;
  const travelDays = Math.max(0, (asked.travelDays ?? 0) - cut);
  const at = api.clock.now();
  const on = dayOf(person, at);
  const act = { leave: id, cause: `${id}/calendar/${ledger.revision}`, on };
  const order = termsOn(asked.from, appointmentOn(leaveHolderOf(person), asked.from)).useOrder;
  const calendar = await calendarOf(api.calendars, person, span);
  const opened = openedFor(ledger, person, { today: on, ...span });
  const counted = recount(accountOf(opened), { span, travelDays }, calendar, order, act);
  // Where no day is left for a holiday that moved away, the leave stays as it was given.
  if (!counted.ok || counted.movements.length === 0) return false;
  const posted = post(opened, counted.movements);
  if (!posted.ok) return false;
  const { leaves } = ledger;
  const movements = openedFor({ movements: posted.movements, leaves }, person, { today: on });
  // Told before it is written: a run that is cut off tells it again rather than never.
  const actor = { role: "system" } as const;
  await api.accountHistory.note({ employeeId: person.id, action: "leave-changed", actor, at });
  await api.ledgers.save(ledger, { movements, leaves }, undefined);
  return true;
}
