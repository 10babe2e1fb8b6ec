import { fullName } from "#shared/employee/employee.ts";
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

export interface MarkedApi extends AskRole, NoteList, RequestMarkedPrint {
  readonly employees: Pick<Employees, "find" | "findAll">;
}

/** What is done for people whom an officer marked in the list: looked at first, then begun for exactly them. */
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
        const told = all.map(({ person, ...rest }) => ({ ...rest, ...namedOf(person) }));
        return ok({
          people: told.flatMap(({ why, ...each }) => (why === undefined ? [each] : [])),
          leftOut: told.flatMap(({ id: _, why, ...each }) =>
            why === undefined ? [] : [{ ...each, why }],
          ),
        });
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
  ];
}

type Named = Parameters<typeof fullName>[0] & { readonly nip: string; readonly unitKerja: string };

function namedOf(person: Named | undefined) {
  if (!person) return {};
  return { name: fullName(person), nip: groupNip(person.nip), unitKerja: person.unitKerja };
}
