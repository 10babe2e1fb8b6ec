import * as z from "zod";
import { isOwnRecord } from "#shared/access/own-record.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import type { EvidenceId } from "#shared/audit/source.ts";
import { countRequests } from "#shared/desk/count-requests.ts";
import { waitingAnswer } from "#shared/desk/desk-answers.ts";
import type { Documents } from "#shared/document/document.ts";
import { type Employee, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { type NoteList, noteList } from "#shared/employee/note-list.ts";
import { noteOpened } from "#shared/employee/open-record.ts";
import { fileGrant } from "#shared/evidence/evidence-proof.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { kindOf } from "#shared/request/ask-request.ts";
import { type DecideRequest, decideRequest } from "#shared/request/decide-request.ts";
import { areFilesGone } from "#shared/request/ended-files.ts";
import { findForOfficer, type ListRequests, listRequests } from "#shared/request/list-requests.ts";
import { asOf } from "#shared/request/move-request.ts";
import { type Request, requestId } from "#shared/request/request.ts";
import { requestDecision, requestsQuery } from "#shared/request/request-answers.ts";
import type { RequestKind } from "#shared/request/request-kind.ts";
import { proofRevokedAt } from "#shared/request/revoke-proof.ts";
import { placeIn, placeText, requestFactsOf } from "#shared/request/tell-request.ts";
import { isBarred, isTurnOf, mayRevokeProofs, wouldBeBarred } from "#shared/request/whose-turn.ts";
import {
  type OfficerRequest,
  officerRequest,
  officerRequestsAnswer,
} from "#shared/request-kinds/request-kind-answers.ts";
import { type TellContent, tellForOfficer } from "#shared/request-kinds/tell-content.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

export interface OfficerRequestApi
  extends AskRole,
    TellContent,
    Omit<DecideRequest, "employees" | "requests">,
    Omit<ListRequests, "employees" | "requests"> {
  readonly requests: DecideRequest["requests"] & ListRequests["requests"];
  readonly employees: Pick<Employees, "find" | "findAll">;
  readonly documents: Pick<Documents, "revokedAt">;
  readonly history: NoteList["history"];
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  /** See `areFilesGone`. */
  readonly evidenceDays: number;
}

const params = z.strictObject({ id: requestId });

/** How officers decide what people ask for. Long: a table, one entry for each route. */
export function officerRequestRoutes(api: OfficerRequestApi) {
  const readers = roleHolder(api, "petugas", "penyetuju", "auditor");
  return [
    route({
      method: "GET",
      path: "/api/requests/waiting",
      summary:
        "A page of what waits in the agency: what the reader looks at, then the oldest first",
      access: readers,
      query: requestsQuery,
      answers: { 200: officerRequestsAnswer },
      handle: async ({ principal: by, query: { cursor } }) => {
        const after = cursor === undefined ? undefined : placeIn(cursor);
        await noteList(api, by);
        const { items, next } = await listRequests(api, { by, after });
        const officers = await officersOf(
          api,
          items.map(({ request }) => request),
        );
        return ok({
          items: await Promise.all(
            items.map(({ request, person }) => told(api, { request, person, by, officers })),
          ),
          ...(next && { cursor: placeText(next) }),
        });
      },
    }),
    route({
      method: "GET",
      path: "/api/requests/waiting/count",
      summary:
        "How many requests wait for the reader, and how many of them are near or past their time",
      access: readers,
      answers: { 200: waitingAnswer },
      handle: async ({ principal: by }) => ok(await countRequests(api, by)),
    }),
    route({
      method: "GET",
      path: "/api/requests/officer/{id}",
      summary: "One request, with what the record says now",
      access: readers,
      params,
      answers: { 200: officerRequest },
      handle: async ({ principal: by, params: { id } }) => {
        const found = await findForOfficer(api, { id, by });
        await noteOpened(api, found.person, by);
        const officers = await officersOf(api, [found.request]);
        const proofs = await proofsOf(api, found, by);
        return ok({ ...(await told(api, { ...found, by, officers })), proofs });
      },
    }),
    route({
      method: "POST",
      path: "/api/requests/officer/{id}",
      summary: "Looks at it, gives it back, asks, agrees or rejects",
      access: roleHolder(api, "petugas", "penyetuju"),
      params,
      body: requestDecision,
      answers: { 200: officerRequest },
      handle: async ({ principal: by, params: { id }, body, request: asked }) => {
        const { version, ...given } = body;
        // Told as it is now, whether or not the reader may still open it.
        const decided = await decideRequest(api, { id, version, by, ...given });
        asked.note({ outcome: `request-${given.decision.act}` });
        const officers = await officersOf(api, [decided.request]);
        return ok(await told(api, { ...decided, by, officers }));
      },
    }),
  ];
}

async function proofsOf(
  api: OfficerRequestApi,
  { request, person }: Pick<Told, "request" | "person">,
  by: RoleHolder,
) {
  const revokedAt = await proofRevokedAt(api, request);
  const mayRevoke = !isOwnRecord(person.id, by) && mayRevokeProofs(request, by, person);
  return {
    ...(revokedAt !== undefined && { revokedAt }),
    ...(revokedAt === undefined && mayRevoke && { mayRevoke: true as const }),
  };
}

interface Told {
  readonly request: Request;
  readonly person: Employee;
  readonly by: RoleHolder;
  /** Who did the last steps. */
  readonly officers: ReadonlyMap<string, Employee>;
}

async function told(
  api: OfficerRequestApi,
  { request: stored, person, by, officers }: Told,
): Promise<OfficerRequest> {
  const request = asOf(stored, api.clock.now());
  const { files, ...facts } = requestFactsOf(request);
  const waits = facts.turn !== "nobody";
  const kind = kindOf(api, request.kind);
  const isOutdated = waits && (await kind.isOutdated(request, person));
  const isOwn = isOwnRecord(person.id, by);
  const isYours = !isOwn && isTurnOf(request, by);
  const frozen = isYours ? await heldFrom(api, kind, person) : {};
  const mayTogether =
    isYours && !frozen.held && !isOutdated && kind.isDecidedTogether && request.chain.length === 1;
  const last = lastOfficer(request);
  const officer = last === undefined || last === by.employeeId ? undefined : officers.get(last);
  return {
    ...facts,
    ...(await tellForOfficer(api, request, person)),
    ...(areFilesGone(request, api.evidenceDays, api.clock.now())
      ? { files: [], filesGone: true as const }
      : { files: await grantsOf(api, files, person, by) }),
    ...{ employeeId: person.id, nip: groupNip(person.nip), name: fullName(person) },
    unitKerja: person.unitKerja,
    ...(isOutdated && { outdated: true as const }),
    ...(officer && { lastOfficer: fullName(officer) }),
    ...(request.unasked && { unasked: true as const }),
    ...frozen,
    ...(isOwn ? { own: true as const } : turnOf(request, by)),
    ...(mayTogether && { together: request.group }),
    ...(request.taker === by.employeeId && { mine: true as const }),
  };
}

/** What a freeze of its person's account keeps from the reader, whose turn it is. */
async function heldFrom(
  { freezes }: OfficerRequestApi,
  { heldActs = [] }: RequestKind,
  person: Employee,
): Promise<Pick<OfficerRequest, "held" | "heldAsk">> {
  if (heldActs.length === 0 || !(await freezes.isFrozen(person))) return {};
  return heldActs.includes("agree") ? { held: true } : { heldAsk: true };
}

/** What the reader may do with somebody else's. */
function turnOf(request: Request, by: RoleHolder) {
  return {
    ...(isTurnOf(request, by) && { yours: true as const }),
    ...(isBarred(request, by) && { barred: true as const }),
    ...(wouldBeBarred(request, by) && { barsNext: true as const }),
  };
}

async function grantsOf(
  { hmacKey, clock }: OfficerRequestApi,
  files: Request["files"],
  { id: employeeId }: Employee,
  by: RoleHolder,
) {
  const grant = (file: EvidenceId) => fileGrant(hmacKey, { file, employeeId, by }, clock.now());
  return await Promise.all(files.map(async (file) => ({ file, grant: await grant(file) })));
}

/** Who did the last steps, at once for a whole page: who was slower knows whom to ask. */
async function officersOf({ employees }: OfficerRequestApi, requests: readonly Request[]) {
  return await employees.findAll([...new Set(requests.flatMap((each) => lastOfficer(each) ?? []))]);
}

function lastOfficer({ trail, person }: Request): Employee["id"] | undefined {
  const last = trail.at(-1)?.by;
  return last === person ? undefined : last;
}
