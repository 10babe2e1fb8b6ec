/** Officers take out lists: through the API, written by the real exporter, read by another reader. Long: one test for each rule. */
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { aNip, anEmployee } from "../../support/builders.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { readByOthers } from "../../support/spreadsheets.ts";
import { judgeWhole, rowsOf } from "../../support/whole-file.ts";
import { exports, exportsUnderTest, people } from "./exports-under-test.ts";
import { budi, siti, stranger } from "./records-api-under-test.ts";

test("an officer takes out the own agency, in columns that an import reads without a change", async () => {
  const { written, told, get, noted, history } = await exportsUnderTest(...people(3));
  const { id, bytes } = await written();
  const rows = await readByOthers(bytes);
  const judged = await judgeWhole(bytes);

  expect(rows[0]?.[0]).toBe(
    `Daftar pegawai ${budi.instansi}. Memuat data pribadi: simpan di tempat yang aman.`,
  );
  expect(rows[1]?.[0]).toMatch(
    new RegExp(`^Diekspor oleh Budi Santoso.* 11\\.00 WITA, nomor ${id}\\.$`),
  );
  expect(judged.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(judged.people.map(({ nip }) => nip)).toContain(siti.nip);
  expect(judged.people).toHaveLength(6 + 1);
  // Not of another agency, in no cell.
  expect(JSON.stringify(rows)).not.toContain(stranger.nip);
  expect(await told(id)).toMatchObject({ state: "ready", written: 7, total: 7, unreadable: 0 });
  const file = await get(`${exports}/${id}/file`);
  expect([file.status, file.headers.location]).toEqual([
    302,
    expect.stringContaining(`${id}.xlsx`),
  ]);

  // Each person's history says who took the record out, and the export's own how many.
  expect(
    noted.map(({ subjectId, actor, purpose }) => [subjectId, actor.id, purpose]),
  ).toContainEqual(["emp_p0", "emp_budi", "record-exported"]);
  const { items } = await history.history({ subjectId: `export#${id}`, limit: 9 });
  expect(items).toMatchObject([
    { action: "records-exported", actor: { role: "officer", id: "emp_budi" } },
  ]);
  expect(items[0]?.changes).toContainEqual({ field: "people", to: "7" });
});

test("the filters of the list hold: by words, by status, by a whole NIP", async () => {
  const suspended = {
    id: "emp_s",
    name: "Warga Cuti",
    kedudukanHukum: "04",
    email: "s@contoh.example",
  } as const;
  const { written } = await exportsUnderTest(
    ...people(3),
    anEmployee({ ...suspended, nip: aNip("198502122010012777") }),
  );
  const nipsIn = async (body: Record<string, unknown>) => {
    const rows = await readByOthers((await written(body)).bytes);
    return rows.slice(4).map(([nip]) => nip);
  };

  expect(await nipsIn({ q: "warga", status: "suspended" })).toEqual(["198502122010012777"]);
  expect(await nipsIn({ q: "warga rekaan" })).toHaveLength(3);
  expect(await nipsIn({ q: siti.nip })).toEqual([siti.nip]);
  expect(await nipsIn({ q: stranger.nip })).toEqual([]);
});

test("the other filters of the list hold too, and the file says them", async () => {
  const { written, units, accountRecords, clock } = await exportsUnderTest(
    ...people(3, { unitKerja: "Dinas Kesehatan", photoId: undefined }),
  );
  await units.join({ instansiId: budi.instansiId, unitKerja: "Dinas Kesehatan" });
  await accountRecords.add({ id: "emp_p1", instansiId: budi.instansiId }, clock.now());
  const rowsFor = async (body: Record<string, unknown>) =>
    await readByOthers((await written(body)).bytes);
  const filters = { unit: "dinas kesehatan", employeeKind: "PNS", tag: "no-photo" };
  const rows = await rowsFor(filters);

  expect(rows[2]?.[0]).toBe(
    "Isi: semua nama, semua status kartu, PNS, keadaan «Tanpa foto», unit dinas kesehatan dengan semua unit di bawahnya.",
  );
  expect(rows.slice(4)).toHaveLength(3);
  expect((await rowsFor({ ...filters, employeeKind: "PPPK" })).slice(4)).toEqual([]);
  expect((await rowsFor({ tag: "not-activated" })).slice(4)).toHaveLength(1);
});

test("what people typed is never carried out, also in CSV", async () => {
  const attack = '=HYPERLINK("http://contoh.example";"x")';
  const { written } = await exportsUnderTest(
    anEmployee({ ...siti, jabatan: attack, phone: "+62812" }),
  );
  const { bytes } = await written({ q: "siti", format: "csv" });
  const text = Buffer.from(bytes).toString("utf8");
  const cells = (await rowsOf(bytes)).rows.flatMap((row) => row.cells);

  expect(text).toContain(`"'=HYPERLINK(""http://`);
  expect(text).toContain(`"'${siti.nip}"`);
  expect(cells).toEqual(expect.arrayContaining([attack, "+62812", siti.nip]));
});

test("an officer of one unit takes out that unit", async () => {
  const { roles, written, sessions } = await exportsUnderTest(
    ...people(2, { unitKerja: "Dinas Lain" }),
  );
  expect(sessions).toBeDefined();
  roles.set(budi.id, aGrant("petugas", { unitKerja: "Dinas Lain" }));
  const rows = await readByOthers((await written()).bytes);

  expect(rows[2]?.[0]).toContain("unit Dinas Lain");
  expect(rows.slice(4)).toHaveLength(2);
});

test("500 people need nobody; 501 need a second person, who sees how many, and then the file is written", async () => {
  const api = await exportsUnderTest(...people(500, { unitKerja: "Dinas Lain" }));
  const few = await api.ask({ q: "warga" });
  expect([await api.write(few), (await api.told(few)).written]).toEqual(["written", 500]);

  const id = await api.ask();
  expect(await api.write(id)).toBe("large");
  expect(await api.told(id)).toMatchObject({ state: "large", total: 504, written: 0 });
  expect(api.exportFiles.files.has(id)).toBe(false);
  expect((await api.get(`${exports}/${id}/file`)).status).toBe(404);
  // Not by asking for it again, nor by a message that comes twice.
  expect((await api.post(`/${id}/prepare`)).status).toBe(409);
  expect(await api.write(id)).toBe("none");

  const request = { requestId: randomUUID(), reason: "Diminta inspektorat" };
  expect((await api.post(`/${id}/ask`, request)).body).toMatchObject({ state: "asked" });
  expect((await api.post(`/${id}/ask`, request)).body).toMatchObject({ state: "asked" });
  expect(api.approvals.all).toMatchObject([
    {
      kind: "export",
      decider: "penyetuju",
      new: { people: 504, q: "", format: "xlsx" },
      subject: { id, unitKerja: "" },
    },
  ]);
  expect((await api.post(`/${id}/prepare`)).status).toBe(409);

  await api.agree(id);
  expect(await api.told(id)).toMatchObject({ state: "approved" });
  const before = api.exportsQueued.length;
  expect((await api.post(`/${id}/prepare`)).body).toMatchObject({ state: "waiting" });
  expect(api.exportsQueued.slice(before)).toEqual([id]);
  expect(await api.write(id)).toBe("written");
  expect(await api.told(id)).toMatchObject({ state: "ready", written: 504 });
  expect(await readByOthers(api.exportFiles.files.get(id) ?? new Uint8Array())).toHaveLength(
    4 + 504,
  );
  const { items } = await api.history.history({ subjectId: `export#${id}`, limit: 9 });
  expect(items).toMatchObject([{ approvedBy: "emp_rahayu" }]);
  // One agreement, one file.
  expect(await api.write(id)).toBe("unchanged");
  expect((await api.post(`/${id}/prepare`)).status).toBe(409);
});

test("one that was refused can be asked for again, and only the newest agreement counts", async () => {
  const api = await exportsUnderTest(...people(501));
  const id = await api.ask();
  await api.write(id);
  await api.post(`/${id}/ask`, { requestId: randomUUID(), reason: "Sekali" });
  api.clock.advance({ days: 7, hours: 1 });
  const again = await api.officerAgain();

  expect((await again(`${exports}/${id}`, { method: "GET" })).body).toMatchObject({
    state: "refused",
  });
  const request = { requestId: randomUUID(), reason: "Lagi" };
  expect((await api.post(`/${id}/ask`, request, again)).body).toMatchObject({ state: "asked" });
  expect(api.approvals.all).toHaveLength(2);
});

test("one that failed can be prepared again; a worker that died counts as failed", async () => {
  const api = await exportsUnderTest(...people(2));
  const id = await api.ask();
  api.failNoting();
  await expect(api.write(id)).rejects.toThrow("no capacity");
  expect(await api.told(id)).toMatchObject({ state: "failed" });
  expect(api.exportFiles.files.size).toBe(0);
  expect((await api.post(`/${id}/prepare`)).body).toMatchObject({ state: "waiting" });

  await api.exports.advance(id, { state: "writing" }, api.clock.now());
  api.clock.advance({ minutes: 12 });
  expect(await api.told(id)).toMatchObject({ state: "failed" });
});

test("only who asked finds an export, in a scope that stands, for a day; and nobody without the role", async () => {
  const { ask, write, told, colleague, colleagueAs, holder, roles, clock, post, get } =
    await exportsUnderTest();
  const id = await ask();
  await write(id);
  expect((await colleague(`${exports}/${id}/file`, { method: "GET" })).status).toBe(404);
  for (const browser of [holder, await colleagueAs("auditor"), await colleagueAs("penyetuju")])
    expect(
      (await post("", { requestId: randomUUID(), q: "", format: "csv" }, browser)).status,
    ).toBe(403);
  roles.set(budi.id, aGrant("petugas", { unitKerja: siti.unitKerja }));
  expect((await get(`${exports}/${id}`)).status).toBe(404);
  expect((await get(exports)).body).toEqual({ items: [] });
  roles.set(budi.id, aGrant("petugas"));
  expect(await told(id)).toMatchObject({ state: "ready" });
  clock.advance({ minutes: 10 });
  expect((await get(exports)).body.items).toHaveLength(1);
});

test("ten a day for one officer", async () => {
  const { ask, post } = await exportsUnderTest();
  for (let i = 0; i < 10; i++) await ask();
  const answer = await post("", { requestId: randomUUID(), q: "", format: "csv" });

  expect(answer).toMatchObject({ status: 429, body: { code: "too-many-attempts" } });
});

test("the same request is one export, and its message is sent again", async () => {
  const { ask, exports: table, exportsQueued } = await exportsUnderTest();
  const requestId = randomUUID();

  expect(await ask({ requestId })).toBe(await ask({ requestId }));
  expect([table.all.length, exportsQueued.length]).toEqual([1, 2]);
  expect(await ask({ requestId, q: "siti" })).not.toBe(await ask({ requestId }));
});
