/** All routes behind a login in one place, with everybody who could ask. */
import { randomUUID } from "node:crypto";
import type { Employee } from "#shared/employee/employee.ts";
import { apiEdge } from "#shared/http/api-edge.ts";
import type { Role } from "#shared/http/contract.ts";
import type { Route } from "#shared/http/routes.ts";
import { holderRoutes } from "../../functions/holder-api/routes.ts";
import { printRoutes } from "../../functions/officer-api/print-routes.ts";
import { officerRoutes } from "../../functions/officer-api/routes.ts";
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

const other = { instansiId: "ins_other", instansi: "Pemerintah Lain" };

/** Who asks, with which roles; their names say what they are. */
const people = {
  holder: [[], {}],
  petugas: [["petugas"], {}],
  penyetuju: [["penyetuju"], {}],
  auditor: [["auditor"], {}],
  operator: [["operator"], {}],
  "petugas of another agency": [["petugas"], other],
  "petugas who was suspended": [["petugas"], { kedudukanHukum: "04" }],
  "petugas whose contract ended": [
    ["petugas"],
    { kind: "PPPK", kedudukanHukum: "71", contractEnd: "2026-11-20" },
  ],
  "petugas whose role has ended": [[], {}],
  "petugas who moved to another agency": [[], other],
} as const satisfies Record<string, readonly [readonly Role[], Partial<Employee>]>;

export type Asker = keyof typeof people | "nobody";
export const askers = ["nobody", ...Object.keys(people)] as Asker[];

/** The record everybody's requests are about: of the first agency. */
export const subject = anEmployee({ id: "emp_subject" });

const change = () => ({ revision: 1, requestId: randomUUID(), reason: "SK 12/2026" });

/** What a request to a route is made of, so that nothing but a missing right can refuse it. */
const requests: Readonly<Record<string, () => { path?: string; query?: object; body?: object }>> = {
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
  "GET /api/officer/employees": () => ({}),
  "GET /api/officer/employees/{id}": () => ({ path: `/api/officer/employees/${subject.id}` }),
  "GET /api/officer/employees/{id}/history": () => ({
    path: `/api/officer/employees/${subject.id}/history`,
  }),
  "PATCH /api/officer/employees/{id}": () => ({
    path: `/api/officer/employees/${subject.id}`,
    body: { ...change(), changes: { jabatan: "Arsiparis Terampil" } },
  }),
  "POST /api/officer/employees/{id}/status": () => ({
    path: `/api/officer/employees/${subject.id}/status`,
    body: { ...change(), kedudukanHukum: "04" },
  }),
  "POST /api/officer/employees/{id}/qr": () => ({
    path: `/api/officer/employees/${subject.id}/qr`,
    body: change(),
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
const somePrint = `prt_${"0".repeat(26)}`;

export async function routesUnderTest() {
  const entries = Object.entries(people) as [
    keyof typeof people,
    readonly [readonly Role[], Partial<Employee>],
  ][];
  const records = entries.map(([name, [, fields]], i) =>
    anEmployee({
      id: `emp_${i}`,
      nip: aNip(`1985021220100120${String(i + 10)}`),
      name,
      email: `${i}@contoh.example`,
      ...fields,
    }),
  );
  const world = new CardWorld(subject, ...records);
  const { employees, clock } = world;
  const sessions = new SessionsInMemory();
  const roles = new RolesInMemory();
  const prints = new PrintsInMemory();
  const api = {
    ...{ sessions, roles, employees, clock, siteUrl, prints },
    ...{ cards: world.cards, drawings: world.drawings, photoBucket: world.photos },
    photos: new PhotosInMemory(),
    notifications: new NotificationsInMemory(),
    history: new HistoryInMemory(employees.history),
    limits: new LimitsInMemory(),
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
    ...holderRoutes(api),
    ...officerRoutes(api),
    ...printRoutes(api),
    ...templateRoutes(api),
  ];
  const handler = apiEdge(routes, edgeOptions);
  const sent = new Map<Asker, SignedIn>([["nobody", { cookies: [], headers: {} }]]);
  for (const [i, [name, [given]]] of entries.entries())
    sent.set(name, await signIn({ sessions, roles, clock }, records[i] ?? subject, ...given));
  roles.set(idOf("petugas whose role has ended"), aGrant("petugas", { until: "2026-11-20" }));
  roles.set(idOf("petugas who moved to another agency"), aGrant("petugas"));

  return {
    employees,
    prints,
    photos: api.photos,
    /** Calls a route as somebody. @param headers over those of the asker's own page */
    ask: (asker: Asker, route: string, headers: Record<string, string | undefined> = {}) =>
      ask(asker, route, headers),
  };

  function idOf(name: keyof typeof people) {
    const record = records.find((each) => each.name === name);
    if (!record) throw new Error(`Nobody is ${name}.`);
    return record.id;
  }

  async function ask(
    asker: Asker,
    route: string,
    headers: Record<string, string | undefined>,
  ): Promise<ApiResponse> {
    const [method = "", path = ""] = route.split(" ");
    const request = requests[route]?.();
    if (!request) throw new Error(`No request is known for ${route}.`);
    const { cookies, headers: own } = sent.get(asker) ?? { cookies: [], headers: {} };
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

/** "GET /api/me/card" of every route there is behind a login: one that is added must be named in `requests`. */
export function routeNames(): string[] {
  const nothing = { clock: {}, employees: {}, photos: {}, photoBucket: {} } as never;
  const all: readonly Route[] = [
    ...holderRoutes(nothing),
    ...officerRoutes(nothing),
    ...printRoutes(nothing),
    ...templateRoutes(nothing),
  ];
  return all.map(({ method, path }) => `${method} ${path}`);
}
