import { beforeEach, expect, test, vi } from "vitest";
import { drawFile } from "#shared/card/draw-file.ts";
import { issueCard } from "#shared/card/issue-card.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { logger } from "#shared/runtime/logger.ts";
import { personRoutes } from "../../../functions/person-api/routes.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { callApi, handlerOptions } from "../../support/call-api.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { CardWorld } from "../../support/card-world.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { PhotoRequestsInMemory } from "../../support/photo-requests-in-memory.ts";
import { PhotoReviewsOf } from "../../support/photo-reviews-in-memory.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";
import { SessionsInMemory } from "../../support/sessions-in-memory.ts";
import { signIn } from "../../support/signed-in.ts";

const siti = anEmployee();
const budi = anEmployee({
  id: "emp_budi",
  nip: aNip("199001022015031005"),
  email: "budi@contoh.example",
});
const elsewhere = anEmployee({
  ...{ id: "emp_elsewhere", nip: aNip("199001022015031013"), instansiId: "ins_lain" },
  email: "lain@contoh.example",
});

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

/** Siti's card was issued; Budi and somebody of another agency are petugas. */
async function personApi(...issued: readonly Employee[]) {
  const world = new CardWorld(siti, budi, elsewhere);
  for (const { id } of issued) await issueCard(world, id);
  const [sessions, history] = [new SessionsInMemory(), new HistoryInMemory()];
  const handler = apiHandler(
    personRoutes({
      ...{ sessions, history, roles: world.roles, employees: world.employees },
      scans: new CaptchasInMemory(),
      ...{ cards: world.cards, drawings: world.drawings, clock: world.clock },
      ...{ photoReviews: new PhotoReviewsOf(world.employees), photoBucket: world.photos },
      ...{ photos: new PhotosInMemory(), limits: new LimitsInMemory() },
      ...{ approvals: new ApprovalsInMemory(), photoRequests: new PhotoRequestsInMemory() },
      formsPerHour: 9,
      filesOnDemand: { draw: async (request) => void (await drawFile(world, request)) },
    }),
    handlerOptions,
  );
  const get = async (by: Employee, rest = "") => {
    const signedIn = await signIn(
      { sessions, roles: world.roles, clock: world.clock },
      by,
      "petugas",
    );
    return await callApi(handler, {
      path: `/api/officer/people/${siti.id}/card${rest}`,
      ...signedIn,
    });
  };
  const change = async (values: Parameters<typeof revise>[1]) => {
    const at = world.clock.now();
    const actor = { role: "officer", id: budi.id } as const;
    const revision = revise(siti, values, { action: "changed", at, actor });
    if (revision) await world.employees.save(revision);
  };
  return { world, history, get, change };
}

test("a card that agrees with the record is told with its number, and shown", async () => {
  const { get } = await personApi(siti);
  const card = await get(budi);

  expect(card.body).toMatchObject({
    ...{ status: "active", state: "drawn", version: expect.any(String) },
    ...{ serial: expect.stringMatching(/^[A-Z]\d{11}$/), issuedOn: expect.any(String) },
  });
  const face = await get(budi, "/faces/front-portrait");
  expect(face.headers["content-type"]).toBe("image/webp");
  expect(Buffer.from(face.text, "base64").toString()).toContain(siti.name);
});

test("a face that nobody needed before is drawn for it", async () => {
  const { get, world } = await personApi(siti);
  const before = world.drawn.length;
  expect((await get(budi, "/faces/front-landscape")).status).toBe(200);
  expect((await get(budi, "/faces/front-portrait")).status).toBe(200);
  expect(world.drawn.length).toBeGreaterThan(before);
});

test("after a change it says that the card is being redrawn, and shows no old one", async () => {
  const { get, world, change } = await personApi(siti);
  await change({ name: "Siti Rahayu" });

  expect((await get(budi)).body).toMatchObject({ state: "drawing" });
  expect((await get(budi)).body).not.toHaveProperty("version");
  expect((await get(budi, "/faces/front-portrait")).status).toBe(404);
  await issueCard(world, siti.id);
  expect((await get(budi)).body).toMatchObject({ state: "drawn" });
});

test("whose employment ended has no card to show", async () => {
  const { get, change } = await personApi(siti);
  await change({ kedudukanHukum: "99" });

  expect((await get(budi)).body).toMatchObject({ status: "ended", state: "none" });
  expect((await get(budi, "/faces/front-portrait")).status).toBe(404);
});

test.each(["", "/faces/front-portrait"])(
  "each reading%s is noted first; another agency's officer learns nothing",
  async (rest) => {
    const { get, history } = await personApi(siti);
    expect((await get(elsewhere, rest)).status).toBe(404);
    expect(history.noted).toEqual([]);
    await get(budi, rest);
    expect(history.noted).toMatchObject([
      { subjectId: siti.id, purpose: "record-read", actor: { role: "officer", id: budi.id } },
    ]);
  },
);
