import { h } from "preact";
import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import { newPersonView } from "../../../web/src/approval/person-views.tsx";
import type { EntryDraft } from "../../../web/src/officer/entry-draft.ts";
import { EntryForm } from "../../../web/src/officer/entry-form.tsx";

const partTime = {
  ...{ nip: "199104102025212004", kind: "PPPK-PW", tmt: "2025-10-01", kedudukanHukum: "71" },
  ...{ name: "Ayu Khayalan", jabatan: "Guru", unitKerja: "SD Negeri 1" },
} as const;
const hint = "biasanya satu tahun (KepmenPANRB 16/2025), jadi sampai sekitar 30 September 2026";

test("the end of a contract has a star, and a hint once it is not about a year away", () => {
  const form = (begun: EntryDraft) => render(h(EntryForm, { begun, onAsked: () => undefined }));

  expect(form(partTime)).toContain('<label for="contractEnd">Akhir perjanjian kerja *</label>');
  expect(form({ ...partTime, contractEnd: "2030-09-30" })).toContain(hint);
  expect(form({ ...partTime, contractEnd: "2026-09-30" })).not.toContain("biasanya satu tahun");
  expect(form({ ...partTime, kind: "PPPK", contractEnd: "2030-09-30" })).not.toContain(
    "biasanya satu tahun",
  );
});

test("who decides about a new person reads the kind's name, and the same hint", () => {
  const facts = (contractEnd: string) => {
    const entry = { ...partTime, contractEnd };
    return render(h("div", {}, newPersonView({ kind: "new-person", entry }).facts));
  };

  expect(facts("2030-09-30")).toContain(hint);
  expect(facts("2026-09-30")).not.toContain("biasanya satu tahun");
  expect(facts("2026-09-30")).toContain("PPPK Paruh Waktu");
});
