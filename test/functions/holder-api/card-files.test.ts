/** Files of the own card that are drawn when a holder first asks for them. */
import { beforeEach, expect, test, vi } from "vitest";
import { issueCard } from "#shared/card/issue-card.ts";
import { logger } from "#shared/runtime/logger.ts";
import { changeByTwo } from "../../support/change-by-two.ts";
import { holderApiUnderTest, siti } from "./holder-api-under-test.ts";

const face = "/api/me/card/faces/front-landscape";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test("a face in the shape that was drawn is served without asking anybody", async () => {
  const { get, asked } = await holderApiUnderTest();
  expect((await get("/api/me/card/faces/front-portrait")).status).toBe(200);
  expect((await get("/api/me/card/faces/back-portrait")).status).toBe(200);

  expect(asked).toEqual([]);
});

test("everything else is drawn when it is first asked for, and is there from then on", async () => {
  const { get, asked } = await holderApiUnderTest();
  const paths: [string, Record<string, string>][] = [
    [face, {}],
    ["/api/me/card/faces/back-landscape", {}],
    [face, { download: "1" }],
    ["/api/me/card/pdf", { shape: "portrait", sheet: "a4" }],
  ];
  for (const [path, query] of [...paths, ...paths])
    expect((await get(path, { query })).status).toBeLessThan(303);

  expect(asked).toEqual([
    "front-landscape.webp",
    "back-landscape.webp",
    "front-landscape.png",
    "portrait-a4.pdf",
  ]);
});

test("the shape that was looked at last is what the next change is drawn in", async () => {
  const { get, world } = await holderApiUnderTest();
  const viewed = async () => (await world.cards.find(siti.id))?.viewed;
  await get("/api/me/card/faces/back-landscape");
  await get(face, { query: { download: "1" } });
  expect(await viewed()).toBeUndefined();

  await get(face);
  expect(await viewed()).toBe("landscape");
  await get("/api/me/card/faces/front-portrait");
  expect(await viewed()).toBe("portrait");
});

test("a face is shown also when nobody can note that it was looked at", async () => {
  const warn = vi.spyOn(logger, "warn").mockReturnValue();
  const { get, world } = await holderApiUnderTest();
  world.cards.noteView = async () => {
    throw new Error("no table");
  };

  expect((await get(face)).status).toBe(200);
  expect(warn).toHaveBeenCalledWith(
    "card.view-not-noted",
    expect.objectContaining({ employeeId: siti.id }),
  );
});

test("a card that ends while its file is drawn is not served", async () => {
  const { get, world, filesOnDemand } = await holderApiUnderTest();
  const { draw } = filesOnDemand;
  filesOnDemand.draw = async (request) => {
    await draw(request);
    await changeByTwo(world, { id: siti.id, values: { kedudukanHukum: "99" } });
  };

  expect(await get(face)).toMatchObject({ status: 404, body: { code: "not-found" } });
});

test("a card that changes while its file is drawn is asked for again", async () => {
  const { get, world, filesOnDemand } = await holderApiUnderTest();
  const { draw } = filesOnDemand;
  filesOnDemand.draw = async (request) => {
    await draw(request);
    await changeByTwo(world, { id: siti.id, values: { golongan: "III/b" } });
    await issueCard(world, siti.id);
  };
  const answer = await get("/api/me/card/pdf", { query: { shape: "landscape" } });

  expect(answer).toMatchObject({ status: 503, body: { code: "busy", retryAfterSeconds: 1 } });
});

test("a renderer that fails is an error with a reference, and the card itself is shown", async () => {
  vi.spyOn(logger, "error").mockReturnValue();
  const { get, filesOnDemand } = await holderApiUnderTest();
  filesOnDemand.draw = async () => {
    throw new Error("no renderer");
  };

  expect((await get(face)).status).toBe(500);
  expect((await get("/api/me/card/faces/front-portrait")).status).toBe(200);
  expect((await get("/api/me/card")).body).toMatchObject({ state: "drawn" });
});

test("who opens the card has a renderer start, and who only asks for news does not", async () => {
  const { get, asked } = await holderApiUnderTest();
  const { headers } = await get("/api/me/card");
  expect(asked).toEqual(["start"]);

  await get("/api/me/card", { headers: { "if-none-match": headers.etag ?? "" } });
  expect(asked).toEqual(["start"]);
});

test("a renderer that does not start hides no card", async () => {
  const warn = vi.spyOn(logger, "warn").mockReturnValue();
  const { get, filesOnDemand } = await holderApiUnderTest();
  filesOnDemand.prepare = async () => {
    throw new Error("no renderer");
  };

  expect((await get("/api/me/card")).body).toMatchObject({ state: "drawn" });
  expect(warn).toHaveBeenCalledWith("card.renderer-not-prepared", expect.anything());
});
