import * as z from "zod";
import type { EvidenceId } from "#shared/audit/source.ts";
import type { Campaigns } from "#shared/campaign/campaigns.ts";
import { campaignsAsking } from "#shared/campaign/campaigns-asking.ts";
import type { Documents } from "#shared/document/document.ts";
import { fieldsOnCard } from "#shared/employee/fields.ts";
import { proofOf, provenFile } from "#shared/evidence/evidence-proof.ts";
import { created, ok } from "#shared/http/answers.ts";
import type { HttpRequest } from "#shared/http/http-request.ts";
import { originOf } from "#shared/http/request-origin.ts";
import { route } from "#shared/http/route.ts";
import type { DecideLeave } from "#shared/leave/decide-leave.ts";
import {
  type AskRequest,
  findOwnRequest,
  ownRequestId,
  reviseRequest,
  saveDraft,
  submitRequest,
  withdrawRequest,
} from "#shared/request/ask-request.ts";
import { areFilesGone } from "#shared/request/ended-files.ts";
import { inAnswerTime } from "#shared/request/freezes.ts";
import { isUnsent, type Request, type RequestId, requestId } from "#shared/request/request.ts";
import { type broughtFile, requestsQuery, seenVersion } from "#shared/request/request-answers.ts";
import { keptUntil } from "#shared/request/request-item.ts";
import type { Requests } from "#shared/request/requests.ts";
import { proofRevokedAt } from "#shared/request/revoke-proof.ts";
import { placeIn, placeText } from "#shared/request/tell-request.ts";
import {
  newRequest,
  ownFieldsAnswer,
  ownRequestAnswer,
  ownRequestsAnswer,
  revisedRequest,
} from "#shared/request-kinds/request-kind-answers.ts";
import { tellOwnRequest } from "#shared/request-kinds/tell-content.ts";
import { tellOwnFields } from "#shared/request-kinds/tell-own-fields.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import {
  type AskSession,
  holder,
  type SignedInPrincipal,
} from "#shared/session/require-session.ts";
import { tellHome } from "./tell-home.ts";

export type OwnRequestApi = AskOwn & DecideLeave;

interface AskOwn extends AskSession, Omit<AskRequest, "requests"> {
  readonly requests: AskRequest["requests"] & Pick<Requests, "of">;
  readonly campaigns: Pick<Campaigns, "of" | "peopleOf" | "answersOf">;
  readonly documents: Pick<Documents, "revokedAt">;
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  /** See `areFilesGone`. */
  readonly evidenceDays: number;
}

/** Requests on a page of the list. */
const pageSize = 20;
/** Among these a person's open ones are looked for: what an older one holds is refused when it is sent. */
const mostLookedAt = 50;
const params = z.strictObject({ id: requestId });

/** What somebody asks for. Long: a table, one entry for each route. */
export function ownRequestRoutes(api: OwnRequestApi) {
  const access = holder(api);
  return [
    route({
      method: "GET",
      path: "/api/requests/mine",
      summary:
        "A page of the own requests, the newest act first; with the first one, the campaigns that ask the reader",
      access,
      query: requestsQuery,
      answers: { 200: ownRequestsAnswer },
      handle: async ({ principal, query: { cursor } }) => {
        const after = cursor === undefined ? undefined : placeIn(cursor);
        const query = { limit: pageSize + 1, after, asked: true } as const;
        const [found, asking, home] = await Promise.all([
          api.requests.of(principal.employeeId, query),
          after ? [] : campaignsAsking(api, principal.employee),
          after ? {} : tellHome(api, principal.employee),
        ]);
        const page = found.slice(0, pageSize);
        const last = found.length > pageSize ? page.at(-1) : undefined;
        return ok({
          items: await Promise.all(
            page.map(async (request) =>
              told(api, await inAnswerTime(api, request, principal.employee), principal),
            ),
          ),
          ...(last && { cursor: placeText({ id: last.id, at: last.since }) }),
          ...(asking.length > 0 && {
            campaigns: asking.map(({ title, endsAt }) => ({ title, endsAt })),
          }),
          ...home,
        });
      },
    }),
    route({
      method: "GET",
      path: "/api/requests/mine/fields",
      summary: "What the own record says of all that may be proposed, and which of it is asked for",
      access,
      answers: { 200: ownFieldsAnswer },
      handle: async ({ principal: { employee } }) =>
        ok(
          tellOwnFields(
            employee,
            await api.requests.of(employee.id, { limit: mostLookedAt, asked: true }),
          ),
        ),
    }),
    route({
      method: "GET",
      path: "/api/requests/mine/{id}",
      summary: "One of the own requests: who has it, since when, what is next, by when",
      access,
      params,
      answers: { 200: ownRequestAnswer },
      handle: async ({ principal, params: { id } }) => {
        const found = await findOwnRequest(api, { id, person: principal.employee });
        const revokedAt = isUnsent(found) ? undefined : await proofRevokedAt(api, found);
        return ok({
          ...(await told(api, found, principal)),
          ...(revokedAt !== undefined && { proofRevokedAt: revokedAt }),
        });
      },
    }),
    route({
      method: "POST",
      path: "/api/requests/mine/draft",
      summary: "Keeps what was typed so far; nobody else sees it",
      access,
      body: newRequest,
      answers: { 200: ownRequestAnswer },
      handle: async ({ principal, body, request }) =>
        ok(
          await told(
            api,
            await saveDraft(api, await askedNew(api, principal, { body, request })),
            principal,
          ),
        ),
    }),
    route({
      method: "POST",
      path: "/api/requests/mine",
      summary: "Sends a request; the same key again is the same request",
      access,
      body: newRequest,
      answers: { 201: ownRequestAnswer },
      handle: async ({ principal, body, request }) => {
        const sent = await submitRequest(api, await askedNew(api, principal, { body, request }));
        request.note({ outcome: "request-submitted" });
        return created(await told(api, sent, principal));
      },
    }),
    route({
      method: "POST",
      path: "/api/requests/mine/{id}/revise",
      summary: "Answers an officer's question, with what was changed",
      access,
      params,
      body: revisedRequest,
      answers: { 200: ownRequestAnswer },
      handle: async ({ principal, params: { id }, body, request }) => {
        const revised = await asked(api, principal, { body, request, id });
        return ok(await told(api, await reviseRequest(api, { ...revised, id }), principal));
      },
    }),
    route({
      method: "POST",
      path: "/api/requests/mine/{id}/withdraw",
      summary: "Takes a request back, or throws a draft away",
      access,
      params,
      body: seenVersion,
      answers: { 200: ownRequestAnswer },
      handle: async ({ principal, params: { id }, body: { version }, request }) => {
        const own = { id, version, person: principal.employee, origin: originOf(request) };
        return ok(await told(api, await withdrawRequest(api, own), principal));
      },
    }),
  ];
}

type Brought = z.infer<typeof broughtFile>;

interface Sent<Body> {
  readonly body: Body;
  readonly request: HttpRequest;
}

/** As `asked`, of a request that the page named by a key. */
async function askedNew<Body extends { readonly key: string; readonly files: readonly Brought[] }>(
  api: OwnRequestApi,
  by: SignedInPrincipal,
  sent: Sent<Body>,
) {
  return await asked(api, by, { ...sent, id: ownRequestId(by.employee, sent.body.key) });
}

/** With files whose proof holds: no function but one reads them. @throws InvalidInput on `files` */
async function asked<Body extends { readonly files: readonly Brought[] }>(
  { hmacKey, requests, clock }: OwnRequestApi,
  { employee, ...by }: SignedInPrincipal,
  { body, request, id }: Sent<Body> & { readonly id: RequestId },
) {
  const standing = async () => {
    const known = await requests.find(id);
    return known?.person === employee.id ? known.files : [];
  };
  const brought = { employeeId: employee.id, by, now: clock.now(), standing };
  const files = await Promise.all(body.files.map((file) => provenFile(hmacKey, file, brought)));
  return { ...body, files: [...new Set(files)], person: employee, origin: originOf(request) };
}

async function told(api: OwnRequestApi, request: Request, by: SignedInPrincipal) {
  const { clock, hmacKey } = api;
  const own = tellOwnRequest(request, by.employee, clock.now());
  if (!own) throw new NotFound("No such request.");
  const { files, ...held } = own;
  const values = held.kind === "data-change" ? held.content.values : {};
  const until = keptUntil(request);
  const isOnCard = fieldsOnCard.some((field) => Object.hasOwn(values, field));
  const prove = async (file: EvidenceId) => ({
    ...{
      file,
      proof: await proofOf(hmacKey, file, { employeeId: by.employeeId, by, now: clock.now() }),
    },
  });
  return {
    ...held,
    ...(until !== undefined && { keptUntil: until }),
    ...(isOnCard && { onCard: true as const }),
    ...(areFilesGone(request, api.evidenceDays, clock.now())
      ? { files: [], filesGone: true as const }
      : { files: await Promise.all(files.map(prove)) }),
  };
}
