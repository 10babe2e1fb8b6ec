/** The routes of agencies, from an operator's form to a petugas's request; a penyetuju decides it at accounts-api. */
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { approve } from "#shared/access/decide-approval.ts";
import { agencyChanges } from "#shared/agency/ask-agency-change.ts";
import { lookOf } from "#shared/card/design/look.ts";
import { logger } from "#shared/runtime/logger.ts";
import { standingOf } from "#shared/session/require-session.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import {
  changed,
  details,
  elsewhere,
  ofUnit,
  operator,
  penyetuju,
  petugas,
  reason,
  setUp,
} from "./agency-api-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test("an operator adds an agency and changes it; the reason and who it was stand in its history", async () => {
  const { call, agencies } = await setUp();
  const body = { id: "kobar", details: { ...details, name: "Kobar" }, reason };

  expect(await call(operator, "POST", "operator/agencies", body)).toMatchObject({
    status: 201,
    body: { id: "kobar", revision: 1, name: "Kobar" },
  });
  expect(await call(operator, "POST", "operator/agencies", body)).toMatchObject({
    status: 409,
    body: { code: "agency-exists" },
  });
  const change = { revision: 1, details: { ...details, zone: "WIT" }, reason };
  const at = "operator/agencies/ins_contoh";
  expect(await call(operator, "PATCH", at, change)).toMatchObject({
    status: 200,
    body: { zone: "WIT", revision: 2 },
  });
  expect(await call(operator, "PATCH", at, change)).toMatchObject({
    status: 409,
    body: { code: "agency-changed" },
  });
  const { body: all } = await call(operator, "GET", "operator/agencies");
  expect(all).toMatchObject({
    items: [{ id: "ins_contoh", zone: "WIT" }, { id: "kobar" }],
    emblems: ["kawung", "truntum"],
    palettes: ["merdeka", "senja"],
  });
  expect(agencies.history.map(({ actor, reason: why }) => [actor.id, why])).toEqual([
    [operator.id, reason],
    [operator.id, reason],
  ]);
});

test.each([
  [{ id: "Kobar Barat" }, "id", "malformed"],
  [{ details: { ...details, name: " " } }, "name", "required"],
  [{ details: { ...details, emblem: "garuda" } }, "emblem", "unknown-choice"],
  [{ details: { ...details, texts: { contact: "W".repeat(160) } } }, "contact", "no-room-on-card"],
  [{ reason: " " }, "reason", "required"],
])("%j is refused by its field", async (different, field, code) => {
  const { call, agencies } = await setUp();
  const body = { id: "kobar", details, reason, ...different };

  expect(await call(operator, "POST", "operator/agencies", body)).toMatchObject({
    status: 422,
    body: { problems: [{ field, code }] },
  });
  expect(agencies.history).toEqual([]);
});

const ask = { revision: 1, details: changed, reason, requestId: randomUUID() };

test("a petugas asks, a penyetuju approves, and the agency is what was asked for", async () => {
  const world = await setUp();
  const { call, agencies, approvals, drawn } = world;
  const { status, body } = await call(petugas, "POST", "officer/agency/changes", ask);
  expect(status).toBe(201);
  const again = await call(petugas, "POST", "officer/agency/changes", ask);
  expect(again.body).toEqual(body);
  expect(await agencies.find("ins_contoh")).toEqual(anAgency());

  const face = `officer/agency/changes/${body.approvalId}/faces/back-portrait`;
  for (const by of [petugas, penyetuju]) {
    const seen = await call(by, "GET", face);
    expect([seen.status, seen.headers["content-type"]]).toEqual([200, "image/webp"]);
  }
  const { version } = lookOf(anAgency({ ...changed, revision: 2 }));
  expect(drawn).toMatchObject([
    { look: { version }, isSpecimen: true, text: { instansi: details.name } },
    { look: { version } },
  ]);
  for (const by of [ofUnit, elsewhere]) expect((await call(by, "GET", face)).status).toBe(404);

  const [asked] = approvals.all;
  if (!asked) throw new Error("Nothing was asked for.");
  const { grants } = await world.roles.find(penyetuju.id);
  await approve(
    {
      ...world,
      kinds: { "agency-change": agencyChanges(world) },
      standingOf: (id) => standingOf(world, id),
    },
    {
      id: asked.id,
      by: {
        employeeId: penyetuju.id,
        instansiId: penyetuju.instansiId,
        roles: grants,
      },
    },
  );
  expect(await agencies.find("ins_contoh")).toEqual(anAgency({ ...changed, revision: 2 }));
  expect(agencies.history).toMatchObject([
    {
      ...{ subjectId: "agency#ins_contoh", revision: 2, action: "changed", reason },
      ...{ actor: { role: "officer", id: petugas.id }, approvedBy: penyetuju.id },
      changes: [{ field: "contact", from: "Hubungi BKPSDM.", to: changed.texts.contact }],
    },
  ]);
});

test("what an operator changed meanwhile is not overwritten by what was asked for before", async () => {
  const world = await setUp();
  await world.call(petugas, "POST", "officer/agency/changes", ask);
  const change = { revision: 1, details: { ...details, zone: "WIB" }, reason };
  await world.call(operator, "PATCH", "operator/agencies/ins_contoh", change);
  const [asked] = world.approvals.all;
  if (!asked) throw new Error("Nothing was asked for.");

  const { isOutdated } = agencyChanges(world);
  expect(await isOutdated(asked)).toBe(true);
  expect(await world.call(petugas, "POST", "officer/agency/changes", ask)).toMatchObject({
    status: 409,
    body: { code: "agency-changed" },
  });
});

test("a name that another agency has got meanwhile is not approved", async () => {
  const world = await setUp();
  const name = "Kabupaten Contoh Baru";
  const wanted = { ...ask, details: { ...ask.details, name } };
  await world.call(petugas, "POST", "officer/agency/changes", wanted);
  const [asked] = world.approvals.all;
  if (!asked) throw new Error("Nothing was asked for.");
  expect(await agencyChanges(world).isOutdated(asked)).toBe(false);
  const other = { id: "ins_baru", details: { ...details, name: `${name}.` }, reason };
  expect((await world.call(operator, "POST", "operator/agencies", other)).status).toBe(201);

  expect(await agencyChanges(world).isOutdated(asked)).toBe(true);
  const again = { ...wanted, requestId: randomUUID() };
  expect(await world.call(petugas, "POST", "officer/agency/changes", again)).toMatchObject({
    status: 409,
    body: { code: "agency-name-taken" },
  });
});

test("a petugas of units, and one whose agency is not there, ask for nothing", async () => {
  const { call, approvals, roles } = await setUp();
  roles.set(elsewhere.id, aGrant("petugas", { instansiId: "ins_lain" }));

  expect((await call(ofUnit, "GET", "officer/agency")).status).toBe(404);
  for (const by of [ofUnit, elsewhere])
    expect((await call(by, "POST", "officer/agency/changes", ask)).status).toBe(404);
  expect((await call(elsewhere, "GET", "officer/agency")).body).not.toHaveProperty("agency");
  expect((await call(petugas, "GET", "officer/agency")).body).toMatchObject({
    agency: { id: "ins_contoh", revision: 1 },
    usualTexts: { finder: "Kartu ini tidak dapat dipakai oleh orang lain." },
  });
  expect(approvals.all).toEqual([]);
});
