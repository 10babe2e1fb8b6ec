import {
  type PreviewMarkedReminders,
  previewMarkedReminders,
  startMarkedReminders,
} from "#shared/account/preview-marked-reminders.ts";
import {
  markedReminderAnswer,
  markedReminderPreview,
  markedReminderRequest,
  reminderStartedAnswer,
} from "#shared/account/reminder-answers.ts";
import { type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { type NoteList, noteList } from "#shared/employee/note-list.ts";
import { accepted, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import {
  markedPrintAnswer,
  markedPrintPreview,
  markedPrintRequest,
  printAskedAnswer,
} from "#shared/print/print-answers.ts";
import {
  previewMarkedPrint,
  type RequestMarkedPrint,
  requestMarkedPrint,
} from "#shared/print/request-marked-print.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { AskRole } from "#shared/session/require-session.ts";
import { editor } from "./asking.ts";
import { traceOf } from "./print-routes.ts";

export interface MarkedApi extends AskRole, NoteList, RequestMarkedPrint, PreviewMarkedReminders {
  readonly employees: Pick<Employees, "find" | "findAll">;
}

/**
 * What is done for people whom an officer marked in the list: looked at first, then begun for exactly them.
 * Long: a table, one entry for each route.
 */
export function markedRoutes(api: MarkedApi) {
  const access = editor(api);
  return [
    route({
      method: "POST",
      path: "/api/officer/prints/preview",
      summary: "Who of a selection has something to print, and who not and why; prints nothing",
      access,
      body: markedPrintPreview,
      answers: { 200: markedPrintAnswer },
      handle: async ({ principal: by, body }) => {
        await noteList(api, by);
        const all = await previewMarkedPrint(api, body, by);
        return ok(tellJudged(all));
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/prints/marked",
      summary: "Asks for the cards of people who were shown, or letters to them",
      access,
      body: markedPrintRequest,
      answers: { 202: printAskedAnswer },
      handle: async ({ principal: by, body }) => {
        const print = await requestMarkedPrint(api, body, by);
        logger.info("print.requested", { ...traceOf(print), people: print.total });
        return accepted({ printId: print.id });
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/reminders/preview",
      summary: "Who of a selection would be reminded, and who not and why; mails nothing",
      access,
      body: markedReminderPreview,
      answers: { 200: markedReminderAnswer },
      handle: async ({ principal: by, body }) => {
        await noteList(api, by);
        return ok(tellJudged(await previewMarkedReminders(api, { ...body, by })));
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/reminders/marked",
      summary: "Mails reminders to people who were shown",
      access,
      body: markedReminderRequest,
      answers: { 202: reminderStartedAnswer },
      handle: async ({ principal: by, body }) => {
        const id = await startMarkedReminders(api, { ...body, by });
        const { employeeId: officerId, instansiId } = by;
        logger.info("reminders.started", { bulkId: id, officerId, instansiId, list: body.list });
        return accepted({ bulkId: id });
      },
    }),
  ];
}

interface Judged<Reason> {
  readonly id: EmployeeId;
  readonly person: Named | undefined;
  readonly why: Reason | undefined;
}

/** Whom something is meant for, and who is left out and why. */
function tellJudged<Reason>(judged: readonly Judged<Reason>[]) {
  return {
    people: judged.flatMap(({ id, person, why }) =>
      why === undefined ? [{ id, ...namedOf(person) }] : [],
    ),
    leftOut: judged.flatMap(({ person, why }) =>
      why === undefined ? [] : [{ ...namedOf(person), why }],
    ),
  };
}

type Named = Parameters<typeof fullName>[0] & { readonly nip: string; readonly unitKerja: string };

function namedOf(person: Named | undefined) {
  if (!person) return {};
  return { name: fullName(person), nip: groupNip(person.nip), unitKerja: person.unitKerja };
}
