import type { RoleHolder } from "#shared/access/principal.ts";
import type { Bulks } from "#shared/bulk/bulk.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { created, found, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type AskImport, askImport } from "#shared/import/ask-import.ts";
import {
  type BeginImport,
  beginImport,
  findOwnImport,
  requireAgency,
} from "#shared/import/begin-import.ts";
import { type Import, isJudged, markedFileName } from "#shared/import/import.ts";
import {
  askImportRequest,
  differenceAnswer,
  differenceQuery,
  importAnswer,
  importListAnswer,
  newImportAnswer,
  newImportRequest,
  ofImport,
  problemsAnswer,
  problemsQuery,
} from "#shared/import/import-answers.ts";
import type { ImportFiles, Imports } from "#shared/import/imports.ts";
import { readRefused } from "#shared/import/refused-rows.ts";
import { tellDifference, tellProblems } from "#shared/import/tell-found.ts";
import { markedOf, tellImports } from "#shared/import/tell-imports.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";
import { editor } from "./asking.ts";

export interface ImportApi extends AskRole, Pick<BeginImport, "limits"> {
  readonly employees: Pick<Employees, "find" | "findAll">;
  readonly imports: Pick<Imports, "add" | "find" | "asking" | "ofAgency">;
  readonly importFiles: Pick<ImportFiles, "uploadForm" | "read" | "nextKey" | "linkToMarked">;
  readonly bulks: Pick<Bulks, "find" | "stop">;
  readonly approvals: AskImport["approvals"];
}

const mostListed = 20;

/** An agency's file: brought, looked at, asked for. Who decides on it reads the same. */
export function importRoutes(api: ImportApi) {
  return [...bringingRoutes(api), ...readingRoutes(api)];
}

/** Long: a table, one entry for each route. */
function bringingRoutes(api: ImportApi) {
  const access = editor(api);
  return [
    route({
      method: "POST",
      path: "/api/officer/imports",
      summary:
        "A form for a file of the whole agency's people; its judgement begins when it is there",
      access,
      body: newImportRequest,
      answers: { 201: newImportAnswer },
      handle: async ({ principal, body }) => {
        const by = { ...principal, instansi: principal.employee.instansi };
        const begun = await beginImport({ ...api, files: api.importFiles }, body, by);
        logger.info("import.begun", { importId: begun.id, ...traceOf(principal) });
        return created(begun);
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/imports/{id}/ask",
      summary:
        "Asks a penyetuju to have it applied; 409 import-has-errors, import-nothing-new, import-too-old, import-asked",
      access,
      params: ofImport,
      body: askImportRequest,
      answers: { 200: importAnswer },
      handle: async ({ principal: by, params: { id }, body }) => {
        const approval = await askImport(api, { id, ...body, by });
        logger.info("approval.asked", { approvalId: approval.id });
        return ok(await answerOf(api, await findOwnImport(api.imports, id, by), by));
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/imports/{id}/stop",
      summary: "Stops applying it behind the people of the present step",
      access,
      params: ofImport,
      answers: { 200: importAnswer },
      handle: async ({ principal: by, params: { id } }) => {
        const each = await findOwnImport(api.imports, id, by);
        const stop = { why: "asked", at: api.clock.now(), by: by.employeeId } as const;
        if (each.bulkId) await api.bulks.stop(each.bulkId, stop);
        logger.info("import.stopped", { importId: id, ...traceOf(by) });
        return ok(await answerOf(api, each, by));
      },
    }),
  ];
}

/** Long: a table, one entry for each route. */
function readingRoutes(api: ImportApi) {
  const stated = { method: "GET", access: roleHolder(api, "petugas", "penyetuju") } as const;
  const { imports, importFiles: files } = api;
  return [
    route({
      ...stated,
      path: "/api/officer/imports",
      summary: "The agency's newest imports",
      answers: { 200: importListAnswer },
      handle: async ({ principal: by }) => {
        requireAgency(by);
        const newest = await imports.ofAgency(by.instansiId, mostListed);
        return ok({ items: await tellImports(api, newest, by) });
      },
    }),
    route({
      ...stated,
      path: "/api/officer/imports/{id}",
      summary: "How far an import is",
      params: ofImport,
      answers: { 200: importAnswer },
      handle: async ({ principal: by, params: { id } }) =>
        ok(await answerOf(api, await findOwnImport(imports, id, by), by)),
    }),
    route({
      ...stated,
      path: "/api/officer/imports/{id}/problems",
      summary: "A part of what is wrong with the file, or of who was refused when it was applied",
      params: ofImport,
      query: problemsQuery,
      answers: { 200: problemsAnswer },
      handle: async ({ principal: by, params: { id }, query: { part, from } }) => {
        const { judgement } = await findJudged(imports, id, by);
        return ok(
          part === "judged"
            ? await tellProblems(files, judgement, from)
            : await readRefused(files, judgement, from),
        );
      },
    }),
    route({
      ...stated,
      path: "/api/officer/imports/{id}/difference",
      summary: "A part of who is new, changed or gone",
      params: ofImport,
      query: differenceQuery,
      answers: { 200: differenceAnswer },
      handle: async ({ principal: by, params: { id }, query: { part, from } }) => {
        const { judgement } = await findJudged(imports, id, by);
        logger.info("import.read", { importId: id, part, ...traceOf(by) });
        return ok(await tellDifference(files, judgement, { part, from }));
      },
    }),
    route({
      ...stated,
      path: "/api/officer/imports/{id}/file",
      summary: "A link to the same file with a column of what is wrong",
      params: ofImport,
      answers: { 302: "nothing" },
      handle: async ({ principal: by, params: { id } }) => {
        const each = await findJudged(imports, id, by);
        const { judgement, fileName } = each;
        const bulk = each.bulkId && (await api.bulks.find(each.bulkId));
        if (markedOf(each, bulk) !== "ready")
          throw new NotFound("There is no file back, or not yet.");
        logger.info("import.fetched", { importId: id, ...traceOf(by) });
        return found(await files.linkToMarked(judgement.folder, markedFileName(fileName)));
      },
    }),
  ];
}

async function findJudged(...asked: Parameters<typeof findOwnImport>) {
  const each = await findOwnImport(...asked);
  if (!isJudged(each)) throw new NotFound("It is not judged yet.");
  return each;
}

async function answerOf(api: ImportApi, each: Import, by: RoleHolder) {
  const [answer] = await tellImports(api, [each], by);
  if (!answer) throw new Error("An import has no answer.");
  return answer;
}

function traceOf({ employeeId: officerId, instansiId }: RoleHolder) {
  return { officerId, instansiId };
}
