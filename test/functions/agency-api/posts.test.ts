/** The posts that decide, from the list of an officer to the end of a stand-in. */
import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { elsewhere, ofUnit, penyetuju, petugas } from "./agency-api-under-test.ts";
import { path, reason, second, world } from "./posts-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const listed = z.object({ items: z.array(z.looseObject({})) });
const problemList = z.array(z.object({ field: z.string(), code: z.string() }));
const findings = z.object({ findings: z.array(z.object({ code: z.string() })) });
const told = (person: Employee) => ({ id: person.id, name: expect.any(String) });
test("a petugas adds a post with its holder below another one; all who work for the whole agency read it, the history has its line", async () => {
  const { call, add, agencies } = await world();
  const camat = await add({ title: "Camat", holder: second.id });
  const added = await add({ title: "Sekretaris Camat", holder: ofUnit.id, above: "CAMAT" });

  expect(added).toMatchObject({
    ...{ title: "Sekretaris Camat", revision: 1, standIns: [] },
    ...{ holder: told(ofUnit), acting: told(ofUnit), above: { id: camat.id, title: "Camat" } },
  });
  const list = { items: [camat, added], zone: "WITA" };
  expect((await call(petugas, "GET", path)).body).toEqual(list);
  expect((await call(penyetuju, "GET", path)).body).toEqual({ ...list, readOnly: true });
  expect((await call(elsewhere, "GET", path)).body).toEqual({
    ...{ items: [], zone: "WIB", readOnly: true },
  });
  expect(await call(ofUnit, "GET", path)).toMatchObject({ status: 404 });
  expect(agencies.history).toMatchObject([
    { subjectId: `post#${camat.id}`, action: "registered" },
    {
      ...{ subjectId: `post#${added.id}`, revision: 1, reason, action: "registered" },
      actor: { role: "officer", id: petugas.id },
      changes: [
        { field: "title", to: "Sekretaris Camat" },
        { field: "holder", to: ofUnit.id },
        { field: "above", to: camat.id },
      ],
    },
  ]);
});

test.each([
  [{ title: " . " }, "title", "required"],
  [{ title: "Lurah", holder: elsewhere.id }, "holder", "unknown-choice"],
  [{ title: "Lurah", holder: "emp_nobody" }, "holder", "unknown-choice"],
  [{ title: "Lurah", above: "Bupati" }, "above", "post-unknown"],
  // Each of these signs is five letters of the key.
  [{ title: Array(100).fill("㎯").join("-") }, "title", "too-long"],
])("%j is refused by its field", async (details, field, code) => {
  const { call, posts } = await world();

  expect(await call(petugas, "POST", path, { details, reason })).toMatchObject({
    status: 422,
    body: { problems: [{ field, code }] },
  });
  expect(posts.history).toEqual([]);
});

test("no title is given twice, no post is above itself, and a change is of what was seen", async () => {
  const { call, add } = await world();
  const [top, middle] = [
    await add({ title: "Camat" }),
    await add({ title: "Sekcam", above: "Camat" }),
  ];
  const low = await add({ title: "Kasi", above: "Sekcam" });
  const change = (post: typeof top, details: object) =>
    call(petugas, "PATCH", `${path}/${post.id}`, { revision: 1, details, reason });

  expect((await add({ title: "CAMAT" })).code).toBe("post-title-taken");
  for (const above of ["Camat", "Sekcam", "Kasi"])
    expect((await change(top, { title: "Camat", above })).body.problems).toEqual([
      expect.objectContaining({ field: "above", code: "post-circle" }),
    ]);
  expect((await change(middle, { title: "Sekcam", above: "Camat" })).body.problems).toEqual([
    expect.objectContaining({ field: "title", code: "nothing-changed" }),
  ]);
  expect(await change(low, { title: "Kasi" })).toMatchObject({ status: 200 });
  expect((await change(low, { title: "Kasubag" })).body.code).toBe("post-changed");
  expect((await change({ id: "pst_no" }, { title: "X" })).status).toBe(404);
});

test("a Plh. acts from the first to the last day in the agency's zone; then the holder does again", async () => {
  const { call, add, clock } = await world();
  const post = await add({ title: "Camat", holder: ofUnit.id });
  const at = `${path}/${post.id}/stand-ins`;
  const asked = { revision: 1, person: second.id, reason, from: "2026-11-22", until: "2026-11-23" };
  const refused = async (change: object) => {
    const { body } = await call(petugas, "POST", at, { ...asked, ...change });
    return problemList.parse(body.problems).map(({ field, code }) => [field, code]);
  };
  expect(await refused({ until: undefined })).toEqual([["until", "required"]]);
  expect(await refused({ from: "22/11/2026" })).toEqual([["from", "day-malformed"]]);
  expect(await refused({ from: "0001-01-01" })).toEqual([["from", "day-too-early"]]);
  expect(await refused({ until: "9999-12-31" })).toEqual([["until", "day-too-late"]]);
  expect(await refused({ from: "2026-11-24" })).toEqual([["until", "day-too-early"]]);
  expect(await refused({ from: "2026-11-01", until: "2026-11-02" })).toEqual([
    ["until", "day-passed"],
  ]);
  expect(await refused({ person: ofUnit.id })).toEqual([["person", "post-own-holder"]]);
  expect(await refused({ person: elsewhere.id })).toEqual([["person", "unknown-choice"]]);

  const plh = { person: told(second), form: "plh", from: "2026-11-22", until: "2026-11-23" };
  expect((await call(petugas, "POST", at, asked)).body).toMatchObject({
    ...{ revision: 2, standIns: [plh], acting: told(ofUnit) },
  });
  expect(await refused({ revision: 2, from: "2026-11-23", until: "2026-11-30" })).toEqual([
    ["from", "stand-ins-meet"],
  ]);
  const acting = async () => listed.parse((await call(petugas, "GET", path)).body).items[0]?.acting;
  clock.advance({ hours: 13 });
  expect(await acting()).toEqual({ ...told(second), form: "plh" });
  clock.advance({ days: 2, seconds: -1 });
  expect(await acting()).toEqual({ ...told(second), form: "plh" });
  clock.advance({ seconds: 1 });
  expect(await acting()).toEqual(told(ofUnit));
});

test("a Plt. acts in a vacant post, is ended, and gives way to a holder; the check tells the vacancy, and who has left", async () => {
  const { call, add, employees } = await world();
  const post = await add({ title: "Camat" });
  const at = `${path}/${post.id}`;
  const codes = async () => {
    const { body } = await call(petugas, "GET", "officer/agency/post-check");
    return findings.parse(body).findings.map(({ code }) => code);
  };
  expect(await codes()).toEqual(["vacant"]);
  const plt = { person: second.id, from: "2026-11-01", reason };
  const { body: stood } = await call(petugas, "POST", `${at}/stand-ins`, { ...plt, revision: 1 });
  expect(stood.acting).toEqual({ ...told(second), form: "plt" });
  expect(await codes()).toEqual([]);
  const nobody = { ...plt, revision: 2, from: "2026-11-02" };
  expect((await call(petugas, "POST", `${at}/stand-ins/end`, nobody)).status).toBe(404);
  const { body: ended } = await call(petugas, "POST", `${at}/stand-ins/end`, {
    ...plt,
    revision: 2,
  });
  expect(ended).not.toHaveProperty("acting");
  await call(petugas, "POST", `${at}/stand-ins`, { ...plt, revision: 3 });
  const details = { title: "Camat", holder: ofUnit.id };
  const { body: held } = await call(petugas, "PATCH", at, { revision: 4, details, reason });
  expect(held).toMatchObject({ acting: told(ofUnit), standIns: [] });
  const left = { ...ofUnit, instansiId: "ins_lain", revision: 2 };
  await employees.save({
    ...{ seen: 1, before: ofUnit, after: left, cardChanged: false },
    entry: {
      ...{ subjectId: left.id, revision: 2, at: left.updatedAt, actor: { role: "import" } },
      ...{ action: "changed", changes: [] },
    },
  });
  expect(await codes()).toEqual(["vacant", "left"]);
  expect(listed.parse((await call(petugas, "GET", path)).body).items[0]?.holder).toEqual({
    ...{ id: ofUnit.id, hasLeft: true },
  });
});
