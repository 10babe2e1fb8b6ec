/** All routes behind a login in one place, with everybody who could ask. */
import { randomUUID } from "node:crypto";
import { rolesSubject } from "#shared/access/grant-role.ts";
import type { Grant, GrantedRole } from "#shared/access/role.ts";
import type { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import type { CardTable } from "#shared/card/card-table.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { apiEdge } from "#shared/http/api-edge.ts";
import type { NotificationTable } from "#shared/notification/notification-table.ts";
import type { PhotoTable } from "#shared/photo/photo-table.ts";
import type { PrintTable } from "#shared/print/print-table.ts";
import type { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { SessionTable } from "#shared/session/session-table.ts";
import { holderRoutes } from "../../functions/holder-api/routes.ts";
import { printRoutes } from "../../functions/records-api/print-routes.ts";
import { recordsRoutes } from "../../functions/records-api/routes.ts";
import { signedInRoutes } from "../../functions/session-api/signed-in-routes.ts";
import { templateRoutes } from "../../functions/template-preview/routes.ts";
import { aNip, anEmployee } from "../support/builders.ts";
import { type ApiResponse, callApi, edgeOptions, siteUrl } from "../support/call-api.ts";
import { CardWorld } from "../support/card-world.ts";
import { HistoryInMemory } from "../support/history-in-memory.ts";
import { LimitsInMemory } from "../support/limits-in-memory.ts";
import { NotificationsInMemory } from "../support/notifications-in-memory.ts";
import { PhotosInMemory } from "../support/photos-in-memory.ts";
import { PrintFilesInMemory } from "../support/print-files-in-memory.ts";
import { PrintsInMemory } from "../support/prints-in-memory.ts";
import { aGrant, RolesInMemory } from "../support/roles-in-memory.ts";
import { SessionsInMemory } from "../support/sessions-in-memory.ts";
import { type SignedIn, signIn } from "../support/signed-in.ts";
import { everyRoute } from "./every-route.ts";

const other = { instansiId: "ins_other", instansi: "Pemerintah Lain" };

/** Who asks, with which roles; their names say what they are. */
const people = {
  holder: [[], {}],
  petugas: [["petugas"], {}],
  penyetuju: [["penyetuju"], {}],
  auditor: [["auditor"], {}],
  operator: [["operator"], {}],
  "petugas of another agency": [["petugas"], other],
  "petugas of this unit": [[], {}],
  "petugas of another unit": [[], {}],
  "auditor of another unit": [[], {}],
  "petugas of another unit who audits all": [["auditor"], {}],
  "petugas who was suspended": [["petugas"], { kedudukanHukum: "04" }],
  "petugas whose contract ended": [
    ["petugas"],
    { kind: "PPPK", kedudukanHukum: "71", contractEnd: "2026-11-20" },
  ],
  "petugas whose role has ended": [[], {}],
  "petugas who moved to another agency": [[], other],
} as const satisfies Record<string, readonly [readonly GrantedRole[], Partial<Employee>]>;

const anotherUnit = "Dinas Lain";

/** What was given for a unit, or does not stand any more. */
const otherwise: Readonly<Partial<Record<Asker, readonly Grant[]>>> = {
  "petugas of this unit": [aGrant("petugas", { unitKerja: anEmployee().unitKerja })],
  "petugas of another unit": [aGrant("petugas", { unitKerja: anotherUnit })],
  "auditor of another unit": [aGrant("auditor", { unitKerja: anotherUnit })],
  "petugas of another unit who audits all": [aGrant("petugas", { unitKerja: anotherUnit })],
  "petugas whose role has ended": [aGrant("petugas", { until: "2026-11-20" })],
  "petugas who moved to another agency": [aGrant("petugas")],
};

export type Asker = keyof typeof people | "nobody";
export const askers = ["nobody", ...Object.keys(people)] as Asker[];

/** The record everybody's requests are about: of the first agency. */
export const subject = anEmployee({ id: "emp_subject" });

const change = (revision: number) => ({ revision, requestId: randomUUID(), reason: "SK 12/2026" });

/** What a request to a route is made of, so that nothing but a missing right can refuse it. */
const requests: Readonly<
  Record<string, (revision: number) => { path?: string; query?: object; body?: object }>
> = {
  "GET /api/session": () => ({}),
  "GET /api/me/card": () => ({}),
  "GET /api/me/card/faces/{face}": () => ({ path: "/api/me/card/faces/front-landscape" }),
  "GET /api/me/card/pdf": () => ({ query: { shape: "landscape" } }),
  "POST /api/me/photos": () => ({}),
  "GET /api/me/photos/{photoId}": () => ({ path: "/api/me/photos/pho_1" }),
  "GET /api/me/photos/{photoId}/preview/{face}": () => ({
    path: "/api/me/photos/pho_1/preview/front-portrait",
  }),
  "POST /api/me/photos/{photoId}/confirm": () => ({ path: "/api/me/photos/pho_1/confirm" }),
  "GET /api/me/notifications": () => ({}),
  "POST /api/officer/employees/search": () => ({ body: {} }),
  "GET /api/officer/employees/{id}": () => ({ path: `/api/officer/employees/${subject.id}` }),
  "GET /api/officer/employees/{id}/history": () => ({
    path: `/api/officer/employees/${subject.id}/history`,
  }),
  "PATCH /api/officer/employees/{id}": (revision) => ({
    path: `/api/officer/employees/${subject.id}`,
    body: { ...change(revision), changes: { jabatan: "Arsiparis Terampil" } },
  }),
  "POST /api/officer/employees/{id}/status": (revision) => ({
    path: `/api/officer/employees/${subject.id}/status`,
    body: { ...change(revision), kedudukanHukum: "04" },
  }),
  "POST /api/officer/employees/{id}/qr": (revision) => ({
    path: `/api/officer/employees/${subject.id}/qr`,
    body: change(revision),
  }),
  "GET /api/officer/units": () => ({}),
  "POST /api/officer/prints": () => ({
    body: {
      requestId: randomUUID(),
      unitKerja: subject.unitKerja,
      shape: "landscape",
      sheet: "card",
    },
  }),
  "GET /api/officer/prints": () => ({}),
  "GET /api/officer/prints/{printId}": () => ({ path: `/api/officer/prints/${somePrint}` }),
  "GET /api/officer/prints/{printId}/pdf": () => ({ path: `/api/officer/prints/${somePrint}/pdf` }),
  "GET /api/operator/template": () => ({}),
  "GET /api/operator/template/faces/{face}": () => ({
    path: "/api/operator/template/faces/front-landscape",
    query: { card: "long-name" },
  }),
};
/** Signing out is none of the routes behind a login. */
const unasked = {
  users: { revoke: async () => {} },
  sessionKey: { open: async () => "" },
};
const somePrint = `prt_${"0".repeat(26)}`;

export type RoutesUnderTest = Awaited<ReturnType<typeof routesUnderTest>>;

/** Where everything lies: in memory, unless a test brings real tables. */
export function tablesInMemory() {
  const { employees, cards, clock } = new CardWorld();
  return {
    ...{ employees, cards, clock },
    sessions: new SessionsInMemory(),
    roles: new RolesInMemory(),
    prints: new PrintsInMemory(),
    photos: new PhotosInMemory(),
    notifications: new NotificationsInMemory(),
    history: new HistoryInMemory(employees.history),
    limits: new LimitsInMemory(),
  };
}

/** The tables that routes read and write, whichever they are. */
export interface Tables {
  readonly sessions: Pick<SessionTable, keyof SessionTable>;
  readonly roles: Pick<WritableRoleTable, keyof WritableRoleTable>;
  readonly employees: Pick<WritableEmployeeTable, keyof WritableEmployeeTable>;
  readonly cards: Pick<CardTable, "find">;
  readonly photos: Pick<PhotoTable, "find" | "expect">;
  readonly notifications: Pick<NotificationTable, "list">;
  readonly history: Pick<AuditTable, "history" | "readings" | "noteReading">;
  readonly limits: Pick<RateLimitTable, "count">;
  readonly prints: Pick<PrintTable, "add" | "find" | "ofOfficer">;
  readonly clock: Clock;
}

export async function routesUnderTest(tables: Tables) {
  const entries = Object.entries(people) as [
    Exclude<Asker, "nobody">,
    readonly [readonly GrantedRole[], Partial<Employee>],
  ][];
  const world = new CardWorld();
  const api = {
    ...tables,
    ...{ drawings: world.drawings, photoBucket: world.photos, siteUrl },
    redrawQueue: { send: async () => {} },
    printFiles: new PrintFilesInMemory(),
    printQueue: { send: async () => {} },
    formsPerHour: 100,
    newEmailWaitHours: 24,
    templateVersion: "t1",
    photo: Buffer.from("nobody"),
    draw: async () => [{ webp: Buffer.from("a face") }],
  };
  const routes = [
    ...signedInRoutes({ ...api, ...unasked }),
    ...holderRoutes(api),
    ...recordsRoutes(api),
    ...printRoutes(api),
    ...templateRoutes(api),
  ];
  const handler = apiEdge(routes, edgeOptions);
  const sent = new Map<Asker, SignedIn>([["nobody", { cookies: [], headers: {} }]]);
  await register(tables, subject, []);
  for (const [i, [name, [given, fields]]] of entries.entries()) {
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
    sent.set(name, await signIn({ sessions: tables.sessions, clock: tables.clock }, record));
  }

  return {
    photoBucket: world.photos,
    ask,
  };

  /**
   * Calls a route as somebody, about the record as it is.
   * @param headers over those of the asker's own page @param onStart called when the request is made and about to be sent
   */
  async function ask(
    asker: Asker,
    route: string,
    headers: Readonly<Record<string, string | undefined>> = {},
    onStart: () => void = () => {},
  ): Promise<ApiResponse> {
    const [method = "", path = ""] = route.split(" ");
    const request = requests[route]?.((await tables.employees.find(subject.id))?.revision ?? 1);
    if (!request) throw new Error(`No request is known for ${route}.`);
    const { cookies, headers: own } = sent.get(asker) ?? { cookies: [], headers: {} };
    onStart();
    return await callApi(handler, {
      method,
      path: request.path ?? path,
      ...(request.query && { query: request.query as Record<string, string> }),
      ...(request.body && { body: request.body }),
      cookies,
      headers: { ...own, ...headers },
    });
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
