import { DocumentsInMemory, RevokedProofsInMemory } from "../support/documents-in-memory.ts";
/** All routes behind a login in one place, with everybody who could ask. */

import { rolesSubject } from "#shared/access/grant-role.ts";
import type { Grant } from "#shared/access/role.ts";
import { AccountHistory } from "#shared/account/account-history.ts";
import { RecentAgencies } from "#shared/agency/recent-agencies.ts";
import { looksOf } from "#shared/card/design/look.ts";
import { printedEmblem } from "#shared/card/design/printed-emblem.ts";
import type { DocumentPage } from "#shared/document/document-page.ts";
import { DocumentTypesetter } from "#shared/document/document-typesetter.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import type { DrawnLetter } from "#shared/letter/letter-page.ts";
import { LetterTypesetter } from "#shared/letter/letter-typesetter.ts";
import type { CircularLetter } from "#shared/notification/circular-page.ts";
import { CircularTypesetter } from "#shared/notification/circular-typesetter.ts";
import { actsIn } from "#shared/post/acts-in.ts";
import type { PostId } from "#shared/post/post.ts";
import { moveTo } from "#shared/request/requests.ts";
import { requestKinds } from "#shared/request-kinds/request-kinds.ts";
import { freezesOf } from "#shared/session/account-freezes.ts";
import { standingOf } from "#shared/session/require-session.ts";
import { accountsRoutes } from "../../functions/accounts-api/routes.ts";
import { agencyRoutes } from "../../functions/agency-api/agency-routes.ts";
import { announcementRoutes } from "../../functions/agency-api/announcement-routes.ts";
import { attendanceRoutes } from "../../functions/agency-api/attendance-routes.ts";
import { calendarRoutes } from "../../functions/agency-api/calendar-routes.ts";
import { deciderRoutes } from "../../functions/agency-api/decider-routes.ts";
import { letterRoutes } from "../../functions/agency-api/letter-routes.ts";
import { postRoutes } from "../../functions/agency-api/post-routes.ts";
import { presenceRoutes } from "../../functions/agency-api/presence-routes.ts";
import { templateRoutes } from "../../functions/agency-api/template-routes.ts";
import { trainingConsentRoutes } from "../../functions/agency-api/training-consent-routes.ts";
import { trainingResultRoutes } from "../../functions/agency-api/training-result-routes.ts";
import { trainingRoutes } from "../../functions/agency-api/training-routes.ts";
import { everyRoute } from "../../functions/every-route.ts";
import { evidenceRoutes } from "../../functions/evidence-api/routes.ts";
import { holderRoutes } from "../../functions/holder-api/routes.ts";
import { operatorRoutes } from "../../functions/operator-api/routes.ts";
import { personRoutes } from "../../functions/person-api/routes.ts";
import { accountListRoutes } from "../../functions/records-api/account-list-routes.ts";
import { deskRoutes } from "../../functions/records-api/desk-routes.ts";
import { exportRoutes } from "../../functions/records-api/export-routes.ts";
import { importRoutes } from "../../functions/records-api/import-routes.ts";
import { markedRoutes } from "../../functions/records-api/marked-routes.ts";
import { printRoutes } from "../../functions/records-api/print-routes.ts";
import { reminderRoutes } from "../../functions/records-api/reminder-routes.ts";
import { recordsRoutes } from "../../functions/records-api/routes.ts";
import { unitRoutes } from "../../functions/records-api/unit-routes.ts";
import { requestRoutes } from "../../functions/request-api/routes.ts";
import { accountRoutes } from "../../functions/session-api/account-routes.ts";
import { authenticatorRoutes } from "../../functions/session-api/authenticator-routes.ts";
import { contactRoutes } from "../../functions/session-api/contact-routes.ts";
import { mailRoutes } from "../../functions/session-api/mail-routes.ts";
import { ownDataRoutes } from "../../functions/session-api/own-data-routes.ts";
import { passwordRoutes } from "../../functions/session-api/password-routes.ts";
import { qrPhoneRoutes } from "../../functions/session-api/qr-phone-routes.ts";
import { signedInRoutes } from "../../functions/session-api/signed-in-routes.ts";
import { aNip, anEmployee } from "../support/builders.ts";
import {
  type ApiRequest,
  type ApiResponse,
  callApi,
  handlerOptions,
  hmacKey,
  siteUrl,
} from "../support/call-api.ts";
import { CaptchasInMemory } from "../support/captchas-in-memory.ts";
import { CardWorld } from "../support/card-world.ts";
import { ExportFilesInMemory } from "../support/exports-in-memory.ts";
import { ImportFilesInMemory } from "../support/imports-in-memory.ts";
import { OwnAddressesInMemory } from "../support/own-addresses-in-memory.ts";
import { PhotoReviewsOf } from "../support/photo-reviews-in-memory.ts";
import { PrintFilesInMemory } from "../support/print-files-in-memory.ts";
import { aGrant } from "../support/roles-in-memory.ts";
import { type SignedIn, signIn } from "../support/signed-in.ts";
import { type Asker, namesOfPeople, otherwise, type Person, people } from "./askers.ts";
import { evidenceOf } from "./evidence-requests.ts";
import { someRequest } from "./request-requests.ts";
import { requests, subject } from "./route-requests.ts";
import type { Tables } from "./tables-under-test.ts";
import { contactApi, wayIn } from "./ways-in.ts";

const typesetter = new DocumentTypesetter();
const circulars = new CircularTypesetter(printedEmblem);
const letterTypesetter = new LetterTypesetter(() => []);

export type RoutesUnderTest = Awaited<ReturnType<typeof routesUnderTest>>;

export async function routesUnderTest(tables: Tables) {
  const world = new CardWorld();
  // As a function knows it that was asked a moment ago.
  world.photos.put(`photos/${subject.id}/${subject.photoId}.png`, Buffer.from("a photo"));
  const recent = new RecentAgencies(tables.agencies, tables.clock);
  await recent.find(subject.instansiId);
  const api = {
    ownAddresses: new OwnAddressesInMemory(tables),
    scans: new CaptchasInMemory(),
    ...tables,
    accountHistory: new AccountHistory(tables.history),
    ...{ drawings: world.drawings, photoBucket: world.photos, siteUrl },
    redrawQueue: { send: async () => {} },
    printFiles: new PrintFilesInMemory(),
    printQueue: { send: async () => {} },
    exportFiles: new ExportFilesInMemory(),
    exportQueue: { send: async () => {} },
    importFiles: new ImportFilesInMemory(),
    bulkSteps: { sendFirst: async () => {} },
    codesToMail: { send: async () => {} },
    hmacKey,
    files: await evidenceOf(subject.id),
    // The real one takes decoders away from all tests of this thread.
    judge: async (bytes: Buffer) => ({ type: "application/pdf" as const, bytes }),
    formsPerHour: 100,
    evidenceDays: 400,
    reviewPercent: 100,
    random: () => 0,
    photoReviews: new PhotoReviewsOf(tables.employees),
    newEmailWaitHours: 24,
    unfitting: () => [],
    looks: looksOf(recent),
    signsCards: true,
    photo: Buffer.from("nobody"),
    draw: async () => Buffer.from("a face"),
    ...{ kinds: requestKinds(tables), freezes: freezesOf(tables) },
    drawCircular: (letter: CircularLetter) => circulars.set(letter),
    drawLetter: (letter: DrawnLetter) => letterTypesetter.set(letter),
    revokedProofs: new RevokedProofsInMemory(new DocumentsInMemory(), []),
    drawDocument: (page: DocumentPage) => typesetter.set(page),
    standingOf: (id: EmployeeId) => standingOf(tables, id),
    actsIn: (id: EmployeeId, posts: readonly PostId[]) => actsIn(tables, id, posts),
    filesOnDemand: { draw: async () => {}, prepare: async () => {} },
  };
  const routes = [
    ...signedInRoutes({ ...api, agencies: recent }),
    ...accountRoutes(api),
    ...qrPhoneRoutes({ ...api, ...wayIn(tables) }),
    ...contactRoutes({ ...api, ...wayIn(tables), ...contactApi(tables) }),
    ...authenticatorRoutes({ ...api, ...wayIn(tables), ...contactApi(tables), deviceDays: 90 }),
    ...passwordRoutes({ ...api, ...wayIn(tables), ...contactApi(tables), deviceDays: 90 }),
    ...mailRoutes(api),
    ...ownDataRoutes({ ...api, ...wayIn(tables), ...contactApi(tables) }),
    ...holderRoutes(api),
    ...recordsRoutes(api),
    ...printRoutes(api),
    ...markedRoutes(api),
    ...unitRoutes(api),
    ...exportRoutes(api),
    ...accountListRoutes(api),
    ...importRoutes(api),
    ...reminderRoutes(api),
    ...announcementRoutes(api),
    ...deskRoutes(api),
    ...personRoutes(api),
    ...templateRoutes(api),
    ...agencyRoutes(api),
    ...postRoutes(api),
    ...letterRoutes(api),
    ...attendanceRoutes(api),
    ...presenceRoutes(api),
    ...deciderRoutes(api),
    ...calendarRoutes(api),
    ...trainingRoutes(api),
    ...trainingConsentRoutes(api),
    ...trainingResultRoutes(api),
    ...accountsRoutes(api),
    ...evidenceRoutes({ ...api, draw: async () => undefined }),
    ...requestRoutes(api),
    ...operatorRoutes(api),
  ];
  const handler = apiHandler(routes, handlerOptions);
  const sent = new Map<Asker, SignedIn>([["nobody", { cookies: [], headers: {} }]]);
  await register(tables, subject, []);
  await tables.requests.save(moveTo(undefined, someRequest(subject)));
  for (const [i, name] of namesOfPeople.entries()) {
    const [given, fields]: Person = people[name];
    const record = anEmployee({
      id: `emp_${i}`,
      nip: aNip(`1985021220100120${String(i + 10)}`),
      name,
      email: `${i}@contoh.example`,
      ...fields,
    });
    const { instansiId } = record;
    const grants = given.map((role) => aGrant(role, { instansiId }));
    await register(tables, record, [...grants, ...(otherwise[name] ?? [])]);
    const { sessions, clock } = tables;
    const madeBy = name === "petugas who signed in by QR" ? "qr" : undefined;
    sent.set(name, await signIn({ sessions, clock, madeBy }, record));
  }

  return {
    photoBucket: world.photos,
    ask,
  };

  /**
   * Calls a route as somebody, about the record as it is.
   * @param headers over those of the asker's own page @param onStart called when the request is made and about to be sent
   * @param spoil what a test makes of the request
   */
  async function ask(
    asker: Asker,
    route: string,
    headers: Readonly<Record<string, string | undefined>> = {},
    onStart: () => void = () => {},
    spoil: (request: ApiRequest) => ApiRequest = (request) => request,
  ): Promise<ApiResponse> {
    const [method = "", path = ""] = route.split(" ");
    const request = requests[route]?.((await tables.employees.find(subject.id))?.revision ?? 1);
    if (!request) throw new Error(`No request is known for ${route}.`);
    const { cookies, headers: own } = sent.get(asker) ?? { cookies: [], headers: {} };
    onStart();
    const right = { method, path: request.path ?? path, ...request };
    const signed = { cookies, headers: { ...own, ...headers } };
    return await callApi(handler, { ...spoil(right), ...signed });
  }
}

async function register(
  { employees, roles }: Tables,
  record: Employee,
  grants: readonly Grant[],
): Promise<void> {
  const entry = { revision: 1, at: record.updatedAt, actor: { role: "import" } } as const;
  const told = { ...entry, action: "registered" as const, changes: [] };
  await employees.add(record, { ...told, subjectId: record.id });
  const { id } = record;
  await roles.save({ id, revision: 1, grants }, { ...told, subjectId: rolesSubject(id) });
}

/** "GET /api/me/card" of every route there is behind a login: one that is added must be named in `requests`. */
export function routeNames(): string[] {
  const personal = everyRoute.filter(({ access }) => access.isPersonal);
  return personal.map(({ method, path }) => `${method} ${path}`);
}
