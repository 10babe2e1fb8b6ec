/** Who has answered a campaign and who has not leaves the system by the way of all exports (requirements P-05 to P-11). */
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Campaign } from "#shared/campaign/campaign.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { exportId } from "#shared/export/export.ts";
import type { RequestState } from "#shared/request/request-states.ts";
import { aCampaign, aForm } from "../../support/campaign-table-contract.ts";
import { aRequest } from "../../support/requests.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { readByOthers } from "../../support/spreadsheets.ts";
import { rowsOf } from "../../support/whole-file.ts";
import { exports, exportsUnderTest, people } from "./exports-under-test.ts";
import { budi, stranger } from "./records-api-under-test.ts";

/** The API, with a campaign that asks these people. */
async function asking(asked: readonly Employee[], fields: Partial<Campaign> = {}) {
  const api = await exportsUnderTest(...asked);
  const campaign = { ...aCampaign, instansiId: budi.instansiId, people: asked.length, ...fields };
  await api.campaigns.open(
    campaign,
    asked.map(({ id }) => id),
  );
  let forms = 0;
  /** @param state of the request that the form became; absent: the record said the same already */
  const answer = async (person: Employee, state?: RequestState) => {
    const id = `form_${++forms}` as const;
    const requestId = `req_${forms}` as const;
    const sentAt = "2026-11-19T03:00:00.000Z";
    const after = aRequest({ id: requestId, state: state ?? "approved", group: requestId });
    if (state) await api.requests.save({ before: undefined, after, lines: [], standing: [] });
    await api.campaigns.add({ ...aForm, id });
    await api.campaigns.confirm(id, new Date(sentAt));
    const answered = { campaignId: campaign.id, person: person.id, sentAt };
    await api.campaigns.take(await formOf(id), {
      outcome: state ? "asked" : "same",
      answer: { ...answered, ...(state && { requestId }) },
    });
  };
  const formOf = async (id: `form_${string}`) => {
    const form = await api.campaigns.findForm(id);
    if (!form) throw new Error("It was added.");
    return form;
  };
  const request = (id: string = campaign.id, format = "xlsx") =>
    api.officer(`/api/requests/campaigns/${id}/export`, {
      method: "POST",
      body: { requestId: randomUUID(), format },
    });
  const askFor = async (format?: string) =>
    exportId.parse((await request(campaign.id, format)).body.exportId);
  const fileOf = async (format?: string) => {
    const id = await askFor(format);
    await api.write(id);
    return api.exportFiles.files.get(id) ?? new Uint8Array();
  };
  return { ...api, campaign, answer, request, askFor, fileOf };
}

test("500 people of a campaign that has ended: figures of that moment, then who has not answered first", async () => {
  const all = people(500);
  const [one, two, three, four] = all;
  if (!one || !two || !three || !four) throw new Error("500 were made.");
  const api = await asking(all, {
    ...{ firstDay: "2026-11-10", startsAt: "2026-11-09T17:00:00.000Z" },
    ...{ lastDay: "2026-11-20", endsAt: "2026-11-20T17:00:00.000Z" },
  });
  for (const [person, state] of [
    ...([
      [one, "approved"],
      [two, "rejected"],
      [three, "verifying"],
    ] as const),
    // The better one counts, and each person once.
    ...([
      [two, "rejected"],
      [three, "rejected"],
      [four, undefined],
    ] as const),
  ] as const)
    await api.answer(person, state);
  const id = await api.askFor();

  expect(await api.write(id)).toBe("written");
  const rows = await readByOthers(api.exportFiles.files.get(id) ?? new Uint8Array());
  const heading = rows.findIndex(([first]) => first === "NIP");
  expect(rows[0]?.[0]).toMatch(/^Pemutakhiran «Pemutakhiran surel», Pemerintah Kabupaten Contoh\./);
  expect(rows[1]?.[0]).toContain(`nomor ${id}.`);
  expect(rows[2]?.[0]).toBe(
    "Masa pengisian: 10/11/2026 sampai 20/11/2026 (WIB), berakhir 21/11/2026 00.00 WIB. Angka pada saat ekspor:",
  );
  expect(rows.slice(3, 10).map(([figure, of]) => [figure, of])).toEqual([
    ["500", "orang ditanya"],
    ["4", "sudah mengisi, yaitu:"],
    ["2", "disetujui atau sudah sesuai"],
    ["1", "ditolak, ditarik, atau kedaluwarsa"],
    ["1", "menunggu keputusan"],
    ["496", "belum mengisi"],
    ["0", "formulir yang tidak cocok dengan siapa pun"],
  ]);
  const told = rows.slice(heading + 1);
  expect(told).toHaveLength(500);
  expect(told.slice(0, 496).every(([, , , answer]) => answer === "Belum mengisi")).toBe(true);
  expect(told.slice(496).map(([nip, , , answer]) => [nip, answer])).toEqual([
    [three.nip, "Menunggu keputusan"],
    [two.nip, "Ditolak, ditarik, atau kedaluwarsa"],
    [one.nip, "Disetujui atau sudah sesuai"],
    [four.nip, "Disetujui atau sudah sesuai"],
  ]);
  expect(told.at(-1)?.[4]).toBe("19/11/2026 10.00 WIB");
  // Nothing to reach anybody by, and nothing that was typed.
  expect(JSON.stringify(rows)).not.toMatch(/@|0812/);

  expect(await api.told(id)).toMatchObject({ state: "ready", written: 500, unreadable: 0 });
  expect(api.noted.filter(({ purpose }) => purpose === "record-exported")).toHaveLength(500);
  const { items } = await api.history.history({ subjectId: `export#${id}`, limit: 9 });
  expect(items[0]?.changes).toContainEqual({ field: "campaign", to: "Pemutakhiran surel" });
  const file = await api.get(`${exports}/${id}/file`);
  expect(decodeURIComponent(file.headers.location ?? "")).toContain("pemutakhiran_");
});

test("more than 500 people need a second person, who sees of which campaign", async () => {
  const api = await asking(people(501));
  const id = await api.askFor();

  expect(await api.write(id)).toBe("large");
  await api.post(`/${id}/ask`, { requestId: randomUUID(), reason: "Diminta inspektorat" });
  expect(api.approvals.all).toMatchObject([
    { new: { people: 501, campaign: { id: "cmp_1", title: "Pemutakhiran surel" } } },
  ]);
  await api.agree(id);
  await api.post(`/${id}/prepare`);
  expect(await api.write(id)).toBe("written");
});

test("what officers and people typed is carried out by no spreadsheet", async () => {
  const attack = '=HYPERLINK("http://contoh.example";"x")';
  const [person] = people(1, { name: "+62 Warga", unitKerja: attack });
  if (!person) throw new Error("One was made.");
  const api = await asking([person], { title: attack });
  const bytes = await api.fileOf("csv");
  const text = Buffer.from(bytes).toString("utf8");

  expect(text).toContain(`"'=HYPERLINK(""http://`);
  expect(text).toContain(`"'+62 Warga, S.Kom."`);
  expect(text).toContain(`"'${person.nip}"`);
  // No cell begins as a formula does, the title's among them.
  expect(text.split(/[;\r\n]+/).filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([]);
  expect((await rowsOf(bytes)).rows.flatMap(({ cells }) => cells)).toContain(attack);
});

test("a campaign of others is found by nobody: of another agency, of units that are not all the officer's", async () => {
  const elsewhere = await asking([stranger], { instansiId: stranger.instansiId });
  expect((await elsewhere.request()).status).toBe(404);
  expect((await elsewhere.request("cmp_none")).status).toBe(404);

  const [mine, gone] = people(2, { unitKerja: "Dinas Kesehatan" });
  if (!mine || !gone) throw new Error("Two were made.");
  const api = await asking([mine, { ...gone, unitKerja: "Dinas Sosial" }], {
    group: { units: ["Dinas Kesehatan"] },
  });
  // Who has moved is counted, and stands in nobody's list.
  api.roles.set("emp_budi", aGrant("petugas", { unitKerja: "Dinas Kesehatan" }));
  const rows = await readByOthers(await api.fileOf());
  expect(rows[3]?.slice(0, 2)).toEqual(["2", "orang ditanya"]);
  expect(rows.slice(-1).map(([nip]) => nip)).toEqual([mine.nip]);
  api.roles.set("emp_budi", aGrant("petugas", { unitKerja: "Dinas Sosial" }));
  expect((await api.request()).status).toBe(404);
});

test("the scope is looked at again when the file is written: nothing is, and nobody is woken, when the campaign is out of it", async () => {
  const api = await asking(people(1));
  const id = await api.askFor();
  const lost = { ...api.campaign, instansiId: "ins_other", version: 1 };
  await api.campaigns.save(api.campaign, lost);

  expect(await api.write(id)).toBe("none");
  expect(await api.told(id)).toMatchObject({ state: "failed" });
  expect(api.exportFiles.files.size).toBe(0);
});

test("a list of people is asked for with no campaign: its reach is looked at by its own route", async () => {
  const api = await asking(people(1));
  const campaign = { id: api.campaign.id, title: "Lain" };
  const body = { requestId: randomUUID(), q: "", format: "xlsx" };
  expect((await api.post("", { ...body, campaign })).status).toBe(422);
  api.roles.set("emp_budi", aGrant("auditor"));
  expect((await api.request()).status).toBe(403);
});
