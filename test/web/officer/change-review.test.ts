/** What the review of a change says: who decides it, and what others changed meanwhile. */
import { h } from "preact";
import { render, renderToStringAsync } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { EmployeeAnswer, HistoryEntry } from "#shared/employee/record-answers.ts";
import { recordChangeView } from "../../../web/src/approval/person-views.tsx";
import { ChangeReview, type Checked } from "../../../web/src/officer/change-review.tsx";
import { changesAfter, conflictsOf } from "../../../web/src/officer/conflict-choices.tsx";
import { editableValues } from "../../../web/src/officer/employee-change.ts";
import { StatusSection } from "../../../web/src/officer/status-section.tsx";

const entry: HistoryEntry = {
  ...{ id: "change-3", at: "2026-11-20T03:00:00Z", revision: 3, action: "changed" },
  by: { role: "officer", name: "Rahayu Verifikasari" },
  ...{ reason: "SK 11/2026", changes: [{ field: "jabatan", from: "Analis", to: "Arsiparis" }] },
};
const siti: EmployeeAnswer = {
  ...{ id: "emp_siti", nip: "19850212 201001 2 004", kind: "PNS", tmt: "2010-01-01" },
  ...{ name: "Siti Rahma, S.Kom.", bareName: "Siti Rahma", gelarBelakang: "S.Kom." },
  ...{ golongan: "III/a", jabatan: "Arsiparis", unitKerja: "Bagian Umum", instansi: "Kabupaten" },
  ...{ kedudukanHukum: "01", status: "active", hasPhoto: true, revision: 3 },
  history: { items: [entry] },
};
const draft: Checked = {
  ...{ changes: { phone: "0812 1111 2222" }, before: { phone: "" }, revision: 3 },
  ...{ reason: "Permintaan", sourceNumber: "", sourceDay: "", requestId: "r1" },
};
const nothing = () => undefined;
const section = { employee: siti, goTo: nothing, onSaved: nothing, onAsked: nothing };
const onConflict = async () => undefined;
const review = (change: Partial<Checked>) =>
  render(
    h(ChangeReview, { ...section, onConflict, draft: { ...draft, ...change }, back: nothing }),
  );

test("what one officer may change is saved; what takes two is asked for, and the page says who decides", () => {
  expect(review({})).toContain(">Simpan</button>");
  const asked = review({ changes: { golongan: "III/b" }, before: { golongan: "III/a" } });
  expect(asked).toContain(">Ajukan untuk disetujui</button>");
  expect(asked).toContain("Golongan: diubah dua orang. Penyetuju instansi Anda memutuskannya");
});

test("the decree or letter stands in the review", () => {
  const shown = review({ sourceNumber: " SK  12/2026 ", sourceDay: "2026-11-20" });

  expect(shown).toContain("SK 12/2026, 20 November 2026");
});

test("who changed what meanwhile is told, and each field that both changed is to be decided", () => {
  const mine = { changes: { jabatan: "Guru" }, before: { jabatan: "Analis" }, revision: 2 };
  const shown = review(mine);

  expect(shown).toContain("Rahayu Verifikasari");
  expect(shown).toContain("SK 11/2026");
  expect(shown).toContain("Jabatan: isian siapa yang dipakai?");
  for (const value of ["mine", "theirs"]) expect(shown).toContain(`value="${value}"`);
  expect(review({})).not.toContain("isian siapa");
});

test("only what both changed, to different values, is a conflict; what is left to others is not sent", () => {
  const now = editableValues(siti);
  const both = { ...draft, changes: { jabatan: "Guru", phone: "0812 1111 2222" } };
  const of = (before: Checked["before"], changes = both.changes) =>
    conflictsOf({ ...both, before, changes }, now);

  expect(of({ jabatan: "Analis", phone: "" })).toEqual(["jabatan"]);
  expect(of({ jabatan: "Arsiparis", phone: "" })).toEqual([]);
  const alike = { ...both.changes, jabatan: "Arsiparis" };
  expect(of({ jabatan: "Analis", phone: "" }, alike)).toEqual([]);
  expect(changesAfter(both, { jabatan: "theirs" })).toEqual({ phone: "0812 1111 2222" });
  expect(changesAfter(both, { jabatan: "mine" })).toEqual(both.changes);
});

test("who decides reads old and new of each field, what it rests on, and what comes of it", () => {
  const source = { number: "SK 12/2026", day: "2026-11-20" };
  const of = (from: object, to: object) =>
    recordChangeView({ kind: "record-change", from, to, source }, "emp_siti");
  const promoted = of({ golongan: "III/a" }, { golongan: "III/b" });

  const facts = render(h("div", {}, promoted.facts));
  expect(facts).toContain("III/a Penata Muda");
  expect(facts).toContain("III/b Penata Muda Tingkat I");
  expect(facts).toContain("SK 12/2026, 20 November 2026");
  expect(of({ kedudukanHukum: "01" }, { kedudukanHukum: "99" }).effect).toContain("berakhir");
  expect(of({}, { kedudukanHukum: "88", diedOn: "2026-11-20" }).effect).toContain("meninggal");
});

test("the form of the kedudukan hukum offers a death, and says what one officer can do at once", async () => {
  const shown = await renderToStringAsync(h(StatusSection, { ...section, onConflict }));

  expect(shown).toContain("Meninggal dunia");
  expect(shown).toContain("Bekukan akunnya dan ganti kode QR kartunya");
});
