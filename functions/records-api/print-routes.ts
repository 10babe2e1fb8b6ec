import * as z from "zod";
import { documentName } from "#shared/card/document-name.ts";
import type { EmployeeTable } from "#shared/employee/employee-table.ts";
import { suggestUnits } from "#shared/employee/suggest-units.ts";
import { accepted, found, ok } from "#shared/http/answers.ts";
import type {
  PrintAnswer,
  PrintAskedAnswer,
  PrintListAnswer,
  UnitsAnswer,
} from "#shared/http/print-contract.ts";
import { readBody, readQuery } from "#shared/http/read-body.ts";
import { type ApiEvent, pathParam, type Route } from "#shared/http/routes.ts";
import { findPrint } from "#shared/print/find-print.ts";
import { listPrints, type PrintStanding, standingsOf } from "#shared/print/list-prints.ts";
import { isPrintId, type Print, requestedAt } from "#shared/print/print.ts";
import type { PrintBucket } from "#shared/print/print-bucket.ts";
import { printFileName } from "#shared/print/print-file-name.ts";
import type { PrintTable } from "#shared/print/print-table.ts";
import { type RequestPrint, requestPrint } from "#shared/print/request-print.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { AskRole } from "#shared/session/require-session.ts";
import { requireEditor } from "./asking.ts";

export interface PrintApi extends AskRole, RequestPrint {
  readonly employees: Pick<EmployeeTable, "find" | "findAll" | "inUnit" | "unitsFrom">;
  readonly prints: Pick<PrintTable, "add" | "find" | "ofOfficer">;
  readonly printFiles: Pick<PrintBucket, "link">;
}

const unitsQuery = z.strictObject({ q: z.string().max(200).default("") });
const printBody = z.strictObject({
  requestId: z.uuid(),
  unitKerja: z.string().min(1).max(200),
  ...documentName.shape,
});

/** All cards of a unit in one file. It shows many people at once, so asking for it and fetching it are both logged. */
export function printRoutes(api: PrintApi): Route[] {
  async function printOf(event: ApiEvent): Promise<Print> {
    const officer = await requireEditor(api, event);
    const id = pathParam(event, "printId");
    if (!isPrintId(id)) throw new NotFound("No such print.");
    return findPrint(api, id, officer);
  }

  return [
    {
      method: "GET",
      path: "/api/officer/units",
      handler: async (event) => {
        const by = await requireEditor(api, event);
        const { q } = readQuery(event, unitsQuery);
        return ok({ items: await suggestUnits(api, { q, by }) } satisfies UnitsAnswer);
      },
    },
    {
      method: "POST",
      path: "/api/officer/prints",
      handler: async (event) => {
        const officer = await requireEditor(api, event);
        const print = await requestPrint(api, readBody(event, printBody), officer);
        logger.info("print.requested", { ...traceOf(print), cards: print.total });
        return accepted({ printId: print.id } satisfies PrintAskedAnswer);
      },
    },
    {
      method: "GET",
      path: "/api/officer/prints",
      handler: async (event) => {
        const prints = await listPrints(api, await requireEditor(api, event));
        const items = prints.map((print) => ({
          printId: print.id,
          unitKerja: print.unitKerja,
          shape: print.shape,
          sheet: print.sheet,
          requestedAt: requestedAt(print),
          endsAt: print.endsAt,
          ...printAnswer(print),
        }));
        return ok({ items } satisfies PrintListAnswer);
      },
    },
    {
      method: "GET",
      path: "/api/officer/prints/{printId}",
      handler: async (event) => {
        const print = await printOf(event);
        const [standing] = await standingsOf(api.employees, [print], api.clock.now());
        if (!standing) throw new Error("A print has no standing.");
        return ok(printAnswer(standing));
      },
    },
    {
      method: "GET",
      path: "/api/officer/prints/{printId}/pdf",
      handler: async (event) => {
        const print = await printOf(event);
        if (print.state !== "ready") throw new NotFound("There is no file yet.");
        logger.info("print.fetched", { ...traceOf(print), cards: print.drawn });
        return found(await api.printFiles.link(print.id, printFileName(print)));
      },
    },
  ];
}

function printAnswer(standing: PrintStanding): PrintAnswer {
  const { state, drawn, total, withoutPhoto, withoutCard, lacking } = standing;
  return { state, drawn, total, withoutPhoto, withoutCard, lacking };
}

/** Who printed what: an agency's unit is no personal data, and it exists, so nobody can have typed a name in its place. */
function traceOf({ id, officerId, instansiId, unitKerja }: Print) {
  return { printId: id, officerId, instansiId, unitKerja };
}
