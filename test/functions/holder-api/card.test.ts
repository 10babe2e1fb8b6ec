import { beforeEach, expect, test, vi } from "vitest";
import { fileName } from "#shared/card/card-file.ts";
import { contentHash } from "#shared/card/content-hash.ts";
import { issueCard } from "#shared/card/issue-card.ts";
import { logger } from "#shared/runtime/logger.ts";
import { anEmployee } from "../../support/builders.ts";
import { checkCodeOf } from "../../support/card-world.ts";
import { changeByTwo } from "../../support/change-by-two.ts";
import { holderApiUnderTest, siti } from "./holder-api-under-test.ts";

const version = `${contentHash(siti).slice(0, 16)}.t1`;
const face = "/api/me/card/faces/front-landscape";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test("a holder sees the own card: its words, its number, which faces, as of when", async () => {
  const { get } = await holderApiUnderTest();
  const { status, body } = await get("/api/me/card");

  expect(status).toBe(200);
  expect(body).toEqual({
    status: "active",
    state: "drawn",
    version,
    text: {
      kind: "PNS",
      name: "Siti Rahma, S.Kom.",
      nip: "19850212 201001 2 004",
      golongan: "III/a",
      pangkat: "Penata Muda",
      jabatan: "Analis Kebijakan Ahli Pertama",
      unitKerja: "Bagian Umum",
      instansi: "Pemerintah Kabupaten Contoh",
      serial: "A20100000001",
      issuedOn: "2026-11-21",
      checkCode: checkCodeOf("A20100000001", contentHash(siti)),
    },
    asOf: "2026-11-21T03:00:00.000Z",
  });
});

test("a holder is told which words the card has no room for", async () => {
  const { get, world } = await holderApiUnderTest();
  expect((await get("/api/me/card")).body).not.toHaveProperty("shortened");
  world.shortened = () => [
    { shape: "landscape", field: "unitKerja" },
    { shape: "portrait", field: "unitKerja" },
  ];
  world.templateVersion = "t2";
  await issueCard(world, siti.id);

  expect((await get("/api/me/card")).body).toMatchObject({
    shortened: ["unitKerja"],
  });
});

test("what has not changed is not sent again", async () => {
  const { get, world } = await holderApiUnderTest();
  const { etag = "" } = (await get("/api/me/card")).headers;
  world.clock.advance({ minutes: 1 });
  const again = await get("/api/me/card", { headers: { "if-none-match": etag } });

  expect(again).toMatchObject({ status: 304, text: "", headers: { etag } });
});

test("the same words in a new template are sent again, with the new faces", async () => {
  const { get, world } = await holderApiUnderTest();
  const { etag = "" } = (await get("/api/me/card")).headers;
  world.templateVersion = "t2";
  await issueCard(world, siti.id);

  const again = await get("/api/me/card", { headers: { "if-none-match": etag } });
  expect(again).toMatchObject({
    status: 200,
    body: { version: `${contentHash(siti).slice(0, 16)}.t2` },
  });
});

test("a promotion shows at once in words, and as a drawing when it is drawn", async () => {
  const { get, world } = await holderApiUnderTest();
  const { etag = "" } = (await get("/api/me/card")).headers;
  await changeByTwo(world, { id: siti.id, values: { golongan: "III/b" } });

  const drawing = await get("/api/me/card", { headers: { "if-none-match": etag } });
  expect(drawing).toMatchObject({
    status: 200,
    body: { state: "drawing", text: { golongan: "III/b" } },
  });
  expect(drawing.body).not.toHaveProperty("version");
  expect((await get(face, { query: { v: version } })).status).toBe(404);

  await issueCard(world, siti.id);
  const { headers } = drawing;
  const drawn = await get("/api/me/card", { headers: { "if-none-match": headers.etag } });
  expect(drawn).toMatchObject({ status: 200, body: { state: "drawn" } });
  expect(drawn.body.version).not.toBe(version);
});

test("a card that ended is not shown a second longer", async () => {
  const { get, world, signInAgain } = await holderApiUnderTest();
  await changeByTwo(world, { id: siti.id, values: { kedudukanHukum: "99" } });

  expect((await get("/api/me/card")).status).toBe(401);
  const cookies = await signInAgain();
  expect((await get("/api/me/card", { cookies })).body).toMatchObject({
    status: "ended",
    state: "none",
  });
  expect(await get(face, { query: { v: version }, cookies })).toMatchObject({
    status: 404,
    body: { code: "not-found" },
  });
});

test("who has no photo has no card yet", async () => {
  const { get } = await holderApiUnderTest({ employees: [anEmployee({ photoId: undefined })] });

  expect((await get("/api/me/card")).body).toMatchObject({ status: "active", state: "no-photo" });
});

test("a face is sent at once, as WebP, with the version it shows, and kept by nobody", async () => {
  const { get, world } = await holderApiUnderTest();

  for (const query of [{ v: version }, {}]) {
    const { status, headers, text } = await get(face, { query });
    expect(status).toBe(200);
    const drawn = world.drawings.puts.find((put) => fileName(put.file) === "front-landscape.webp");
    expect(Buffer.from(text, "base64")).toEqual(drawn?.bytes);
    expect(headers).toMatchObject({
      "content-type": "image/webp",
      etag: `"${version}"`,
      "cache-control": "no-store",
    });
  }
});

test("a download is a PNG with a name that says nothing of its holder", async () => {
  const { get } = await holderApiUnderTest();
  const { headers } = await get("/api/me/card/faces/back-portrait", {
    query: { v: version, download: "1" },
  });
  const link = new URL(headers.location ?? "");

  expect(link.pathname).toMatch(/\/back-portrait\.png$/);
  expect(link.searchParams.get("response-content-disposition")).toBe(
    'attachment; filename="kartu-asn-belakang-potret.png"',
  );
});

test("an old page's address shows the newest drawing, never an older one", async () => {
  const { get } = await holderApiUnderTest();
  const { headers } = await get(face, { query: { v: "0000000000000000.t0" } });

  expect(headers.etag).toBe(`"${version}"`);
});

test.each([
  ["/api/me/card/faces/front", { v: version }, 404],
  ["/api/me/card/faces/constructor", { v: version }, 404],
  [face, { v: version, download: "yes" }, 422],
  [face, { v: version, employee: "emp_budi" }, 422],
])("%s with %j is %i", async (path, query, status) => {
  const { get } = await holderApiUnderTest();

  expect((await get(path, { query })).status).toBe(status);
});

test("a card drawn in an older template is shown as it is, and asked for anew, once for many looks", async () => {
  const { get, redraws } = await holderApiUnderTest({ templateVersion: "t2" });
  const looks = await Promise.all([get("/api/me/card"), get("/api/me/card"), get("/api/me/card")]);

  for (const look of looks) expect(look.body).toMatchObject({ state: "drawn", version });
  expect(redraws).toEqual([siti.id]);
});

test("a look that gets nothing new asks as well", async () => {
  const { get, redraws } = await holderApiUnderTest({ templateVersion: "t2" });
  const headers = { "if-none-match": `W/"active.drawn.1.${version}"` };

  expect((await get("/api/me/card", { headers })).status).toBe(304);
  expect(redraws).toEqual([siti.id]);
});

test("a request that was lost is made again by a look after five minutes", async () => {
  const { get, redraws, world } = await holderApiUnderTest({ templateVersion: "t2" });
  await get("/api/me/card");
  world.clock.advance({ minutes: 5 });
  await get("/api/me/card");

  expect(redraws).toEqual([siti.id, siti.id]);
});

test("once it is drawn in today's template it is shown so, and not asked for", async () => {
  const { get, redraws, world } = await holderApiUnderTest({ templateVersion: "t2" });
  world.templateVersion = "t2";
  await issueCard(world, siti.id);

  expect((await get("/api/me/card")).body).toMatchObject({ version: version.replace("t1", "t2") });
  expect(redraws).toEqual([]);
});

test.each([
  ["is up to date", siti],
  ["is not shown", anEmployee({ kedudukanHukum: "99" })],
])("a card that %s is not asked for", async (_, employee) => {
  const templateVersion = employee === siti ? "t1" : "t2";
  const { get, redraws } = await holderApiUnderTest({ employees: [employee], templateVersion });
  await get("/api/me/card");

  expect(redraws).toEqual([]);
});

test("a card is shown also when its newer look cannot be asked for", async () => {
  const warn = vi.spyOn(logger, "warn").mockReturnValue();
  const { get, redrawQueue } = await holderApiUnderTest({ templateVersion: "t2" });
  redrawQueue.send = async () => {
    throw new Error("no queue");
  };

  expect(await get("/api/me/card")).toMatchObject({ status: 200, body: { version } });
  expect(warn).toHaveBeenCalledWith(
    "card.redraw-not-requested",
    expect.objectContaining({ employeeId: siti.id }),
  );
});
