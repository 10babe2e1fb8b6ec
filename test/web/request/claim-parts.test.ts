/** The form of a certificate of others: what it refuses, what it sends, and what its officer reads of it. */
import { h } from "preact";
import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { tellOwnRequest } from "#shared/request-kinds/tell-content.ts";
import { tellOwnFields } from "#shared/request-kinds/tell-own-fields.ts";
import { OtherAsked } from "../../../web/src/officer/request-other-kinds.tsx";
import { kindOfWord, partsOf } from "../../../web/src/request/kind-forms.ts";
import { aboutText, approvedText } from "../../../web/src/request/kind-words.ts";
import { anEmployee } from "../../support/builders.ts";
import { aRequest } from "../../support/requests.ts";

const siti = anEmployee({ id: "emp_siti" });
const fields = tellOwnFields(siti, []);
const now = new Date("2026-11-21T04:00:00.000Z");
const values = {
  ...{ name: " Seminar Arsip ", organiser: "UGM", number: "B.589/UGM", form: "seminar" },
  ...{ from: "2026-11-01", until: "2026-11-02", jp: "8" },
};
const content = { ...values, name: "Seminar Arsip", form: "seminar", jp: 8 } as const;

async function parts() {
  const kind = await partsOf(kindOfWord("sertifikat"));
  const part = kind.named("sertifikat", fields);
  if (!part) throw new Error("There is no form.");
  return { ...kind, part };
}

test("it says all that is missing at once, and sends nothing before it is whole", async () => {
  const { part } = await parts();
  const found = (change: Partial<typeof values>) =>
    part
      .problemsOf({ values: { ...values, ...change }, note: "" }, now)
      .map(({ field, code }) => `${field} ${code}`);

  expect(found({})).toEqual([]);
  expect(found({ name: "", number: "9".repeat(101), until: "2026-10-01", jp: "8,5" })).toEqual([
    ...["name required", "number too-long"],
    ...["until ends-before-it-begins", "jp count-malformed"],
  ]);
  expect(found({ from: "2026-02-31", jp: "2001" })).toEqual([
    ...["from day-malformed", "jp count-malformed"],
  ]);
  expect(part.askedOf({ values: { ...values, jp: "" }, note: "" })).toBeUndefined();
  expect(part.needsFile({ values, note: "" })).toBe(true);
});

test("it is sent as it was typed, and typed on when an officer asks about it", async () => {
  const { part, about } = await parts();
  const asked = part.askedOf({ values, note: " Daring " });
  expect(asked).toEqual({ kind: "training-claim", content: { ...content, note: "Daring" } });
  const sent = aRequest({ kind: "training-claim", content: { ...content, note: "Daring" } });
  const told = tellOwnRequest(sent, siti, now);
  if (!told) throw new Error("It is not told.");
  const request = { ...told, files: [] };
  expect(about(request, fields)?.typed).toEqual({
    values: { ...values, name: "Seminar Arsip" },
    note: "Daring",
  });
  expect(aboutText(request)).toBe("Sertifikat luar: Seminar Arsip");
  expect(approvedText(request)).toContain("JP");
  const draft = { key: "k", values, note: "", reply: "", files: [] };
  expect(render(h(part.Shown, { draft }))).toContain("Seminar/konferensi/sarasehan");
});

test("its officer reads the year's JP without and with it, or that it cannot be agreed to", () => {
  type Claim = Extract<OfficerRequest, { kind: "training-claim" }>;
  const claim: Claim = {
    ...{ id: "req_1", number: "7Q2MK-9XDFA", kind: "training-claim", state: "submitted" },
    ...{ turn: "petugas", chain: ["petugas"], place: 0, files: [], version: 1, trail: [] },
    ...{ submittedAt: "2026-11-20T03:00:00Z", since: "2026-11-20T03:00:00Z", content },
    ...{ employeeId: "emp_siti", nip: "1985", name: "Siti", unitKerja: "Umum" },
    learning: { year: 2026, jp: 12, after: 20 },
  };
  const shown = render(h(OtherAsked, { item: claim }));

  expect(shown).toMatch(/Jam pelajaran 2026.*Sekarang.*Bila disetujui.*12 JP.*20 JP/s);
  expect(shown).toContain("Setuju langsung menambah JP");
  expect(render(h(OtherAsked, { item: { ...claim, outdated: true } }))).toContain("sudah tercatat");
});
