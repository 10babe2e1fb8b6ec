/** A question counts as no reason of a rejection unless its officer says so, and its person reads how to answer, not how to ask anew. */
import { h } from "preact";
import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { type ReasonStep, RequestReason } from "../../../web/src/officer/request-reason.tsx";
import { Trail } from "../../../web/src/request/trail.tsx";

const nothing = () => undefined;
const paper = { file: "evd_1", grant: "g" } as const;
const form = (
  step: ReasonStep,
  typed = {},
  of: Pick<OfficerRequest, "unasked" | "files"> = { files: [paper] },
) => {
  const given = { step, of, typed };
  return render(h(RequestReason, { ...given, send: async () => undefined, leave: nothing }));
};
const chosen = (html: string) => /<option[^>]* selected[^>]*>([^<]+)/.exec(html)?.[1];

test("of a question no file is wrong until that is chosen", () => {
  expect(chosen(form("clarify"))).toBe("Hal lain");
  expect(chosen(form("reject"))).toBe("Berkas tidak sesuai (BTS)");
});

test("what came without a file is not refused for its file", () => {
  const bare = form("reject", {}, { files: [] });
  expect(chosen(bare)).toBe("Alasan lain");
  expect(bare).not.toContain("BTS");
});

test("whoever refuses a report of a card reads that its holder is told nothing, and finds codes of a report", () => {
  const report = form("reject", {}, { unasked: true, files: [] });
  expect(chosen(report)).toBe("Tidak terbukti");
  expect(report).toContain("Pemegang kartu tidak diberi tahu");
  expect(report).not.toMatch(/Pegawai membacanya|untuk pegawai|BTS|TMS|Sudah pernah diajukan/);
  const other = form("reject");
  expect(other).toContain("Pegawai membacanya");
  expect(other).not.toContain("Tidak terbukti");
});

test("what was typed is there again, each form's own", () => {
  const typed = { clarify: { code: "tms", reason: "Nomor ijazah?" } };
  expect(chosen(form("clarify", typed))).toBe("Syarat (TMS)");
  expect(form("clarify", typed)).toContain("Nomor ijazah?");
  expect(form("reject", typed)).not.toContain("Nomor ijazah?");
});

test("below a question stand words of a question, below a rejection those of its reason", () => {
  const said = { at: "2026-11-21T03:00:00Z", by: "officer", reason: "?" } as const;
  const asked = (code: "bts" | "other") =>
    render(h(Trail, { trail: [{ ...said, act: "clarification-asked", code }] }));
  expect(asked("other")).toContain("Jawab pertanyaan petugas");
  expect(asked("other")).not.toMatch(/Unggah|Alasan lain/);
  expect(asked("bts")).toContain("Unggah berkas yang benar");
  const rejected = render(h(Trail, { trail: [{ ...said, act: "rejected", code: "tms" }] }));
  expect(rejected).toContain("Tidak memenuhi syarat (TMS)");
  expect(rejected).toContain("Ajukan lagi setelah syaratnya terpenuhi");
});
