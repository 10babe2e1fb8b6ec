/** Lists of accounts leave the system by the way of all exports. */
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readByOthers } from "../../support/spreadsheets.ts";
import { exportsUnderTest, people } from "./exports-under-test.ts";
import { budi } from "./records-api-under-test.ts";

test("a list of accounts is a filter like others: by the same way, with its name above it", async () => {
  const [waits, active, failed] = people(3);
  if (!waits || !active || !failed) throw new Error("Three were made.");
  const api = await exportsUnderTest(waits, active, {
    ...failed,
    emailFailedAt: "2026-11-20T03:00:00.000Z",
  });
  await api.accountRecords.add(waits, api.clock.now());
  await api.accountRecords.add({ id: "emp_lost", instansiId: budi.instansiId }, api.clock.now());
  const { id, bytes } = await api.written({ list: "not-activated" });
  const rows = await readByOthers(bytes);
  const undeliverable = await readByOthers((await api.written({ list: "undeliverable" })).bytes);

  expect(rows[1]?.[0]).toContain(`nomor ${id}.`);
  expect(rows[2]?.[0]).toBe(
    "Isi: daftar akun «Belum aktivasi», yang paling lama lebih dulu, semua unit kerja.",
  );
  expect(rows.slice(4).map(([nip]) => nip)).toEqual([waits.nip]);
  expect(undeliverable.slice(4).map(([nip]) => nip)).toEqual([failed.nip]);
  expect(await api.told(id)).toMatchObject({ list: "not-activated", written: 1, unreadable: 1 });
  expect(api.noted).toContainEqual(
    expect.objectContaining({ subjectId: waits.id, purpose: "record-exported" }),
  );
  const { items } = await api.history.history({ subjectId: `export#${id}`, limit: 9 });
  expect(items[0]?.changes).toContainEqual({ field: "list", to: "not-activated" });
  // A list is not filtered further, so nothing is asked for that the approval would not show.
  for (const more of [{ q: "warga" }, { status: "active" }]) {
    const body = { requestId: randomUUID(), q: "", format: "csv", list: "frozen", ...more };
    expect((await api.post("", body)).status).toBe(422);
  }
});

test("more than 500 people of a list of accounts need a second person, who sees which list", async () => {
  const many = people(501);
  const api = await exportsUnderTest(...many);
  for (const each of many) await api.accountRecords.add(each, api.clock.now());
  const id = await api.ask({ list: "not-activated" });

  expect(await api.write(id)).toBe("large");
  expect(await api.told(id)).toMatchObject({ state: "large", total: 501 });
  await api.post(`/${id}/ask`, { requestId: randomUUID(), reason: "Diminta inspektorat" });
  expect(api.approvals.all).toMatchObject([{ new: { people: 501, list: "not-activated" } }]);
});
