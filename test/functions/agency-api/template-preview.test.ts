import { beforeEach, expect, test, vi } from "vitest";
import type { Role } from "#shared/access/role.ts";
import type { CardContent, Face } from "#shared/card/card-content.ts";
import { unfitting } from "#shared/card/design/fit-agency.ts";
import { lookOf } from "#shared/card/design/look.ts";
import { templateVersion } from "#shared/card/design/template.ts";
import { extremeCards } from "#shared/card/extreme-cards.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { logger } from "#shared/runtime/logger.ts";
import { templateRoutes } from "../../../functions/agency-api/template-routes.ts";
import { demoAgencies } from "../../../local/demo/agencies.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { BulksInMemory } from "../../support/bulks-in-memory.ts";
import { callApi, handlerOptions, siteUrl } from "../../support/call-api.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { RolesInMemory } from "../../support/roles-in-memory.ts";
import { SessionsInMemory } from "../../support/sessions-in-memory.ts";
import { signIn } from "../../support/signed-in.ts";

const template = "/api/operator/template";
const front = `${template}/faces/front-landscape`;

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

/** The API as somebody with these roles calls it, and what it drew. */
async function signedInAs(...roles: Role[]) {
  const clock = new FakeClock();
  const sessions = new SessionsInMemory();
  const roleTable = new RolesInMemory();
  const drawn: { content: CardContent; faces: readonly Face[] }[] = [];
  const handler = apiHandler(
    templateRoutes({
      sessions,
      employees: new EmployeesInMemory(anEmployee()),
      roles: roleTable,
      agencies: new AgenciesInMemory(...demoAgencies),
      approvals: new ApprovalsInMemory(),
      bulks: new BulksInMemory(),
      bulkSteps: { sendFirst: async () => undefined },
      history: new HistoryInMemory(),
      limits: new LimitsInMemory(),
      unfitting,
      clock,
      siteUrl,
      photo: Buffer.from("nobody"),
      draw: async (content, photo, face) => {
        drawn.push({ content, faces: [face] });
        return Buffer.concat([Buffer.from([0xff]), photo]);
      },
    }),
    handlerOptions,
  );
  const { cookies } = await signIn({ sessions, roles: roleTable, clock }, anEmployee(), ...roles);
  const get = (path: string, query: Record<string, string> = {}, headers = {}) =>
    callApi(handler, { path, query, headers, cookies });
  const anonymous = (path: string) => callApi(handler, { path });
  return { get, anonymous, drawn };
}

test("an operator is told which cards there are, and which agencies there are", async () => {
  const { get } = await signedInAs("holder", "operator");

  const { status, body } = await get(template);

  expect(status).toBe(200);
  expect(body).toEqual({
    templateVersion,
    agencies: demoAgencies.map(({ id, name }) => ({ instansiId: id, name })),
    cards: extremeCards.map(({ id }) => id),
  });
  expect(body.cards).toHaveLength(12);
});

test("a face comes as bytes, in the look of the agency that was asked for", async () => {
  const { get, drawn } = await signedInAs("operator");

  const { status, headers, text } = await get(front, { card: "longest", agency: "ins_khayalan" });

  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("image/webp");
  expect(Buffer.from(text, "base64")).toEqual(Buffer.from("\xffnobody", "latin1"));
  expect(drawn).toMatchObject([
    { content: { look: lookOf(demoAgencies[1]), isSpecimen: true }, faces: ["front-landscape"] },
  ]);
});

test("what the browser keeps is not drawn again; another card or agency is", async () => {
  const { get, drawn } = await signedInAs("operator");
  const { headers } = await get(front, { card: "longest" });
  const kept = { "if-none-match": headers.etag };

  const again = await get(front, { card: "longest" }, kept);

  expect(again.status).toBe(304);
  expect(again.headers).toMatchObject({
    etag: headers.etag,
    "cache-control": headers["cache-control"],
  });
  expect(headers["cache-control"]).toBe("private, no-cache");
  expect(headers.etag).toContain(templateVersion);
  expect(drawn).toHaveLength(1);
  expect((await get(front, { card: "longest", agency: "ins_khayalan" }, kept)).status).toBe(200);
  expect((await get(front, { card: "one-word" }, kept)).status).toBe(200);
});

test.each([
  ["a face that no card has", `${template}/faces/side`, { card: "longest" }],
  ["a card that is not extreme", front, { card: "emp_siti" }],
  ["an agency that is not there", front, { card: "longest", agency: "constructor" }],
])("%s is not found", async (_, path, query) => {
  const { get, drawn } = await signedInAs("operator");

  expect((await get(path, query)).status).toBe(404);
  expect(drawn).toEqual([]);
});

test("a face without its card is an invalid question", async () => {
  const { get } = await signedInAs("operator");

  expect((await get(front)).status).toBe(422);
});

test.each([template, front])("%s is for operators alone", async (path) => {
  const query = path === front ? { card: "longest" } : {};
  for (const role of ["holder", "petugas", "penyetuju", "auditor"] as const) {
    const { get, drawn } = await signedInAs(role);
    const { status, body } = await get(path, query, { "if-none-match": "*" });
    expect({ status, code: body.code }).toEqual({ status: 403, code: "forbidden" });
    expect(drawn).toEqual([]);
  }
});

test("without a session there is nothing to see", async () => {
  const { anonymous } = await signedInAs("operator");

  for (const path of [template, front]) expect((await anonymous(path)).status).toBe(401);
});
