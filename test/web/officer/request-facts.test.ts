/** What an officer reads of where a request lies. */
import { h } from "preact";
import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { RequestFacts } from "../../../web/src/officer/request-facts.tsx";
import { doneText } from "../../../web/src/officer/use-decision.ts";

type Asked = Extract<OfficerRequest, { kind: "data-change" }>;
const waiting: Asked = {
  ...{ id: "req_1", number: "7Q2MK-9XDFA", kind: "data-change", state: "submitted" },
  ...{ turn: "penyetuju", chain: ["petugas", "penyetuju"], place: 1, files: [], version: 2 },
  ...{ submittedAt: "2026-11-20T03:00:00Z", since: "2026-11-21T03:00:00Z" },
  dueAt: "2026-11-24T03:00:00Z",
  trail: [{ act: "agreed", at: "2026-11-21T03:00:00Z", by: "petugas" }],
  content: { values: { gelarBelakang: "M.Kom." }, old: { gelarBelakang: "" } },
  ...{ employeeId: "emp_siti", nip: "19850212 201001 2 004", name: "Siti", unitKerja: "Umum" },
  stands: {},
};
const textOf = (fields: Partial<Asked>) =>
  render(h(RequestFacts, { item: { ...waiting, ...fields } })).replace(/<[^>]+>/g, "");

test("what one agreed to says whom it waits for, and who agreed before reads why it is not theirs", () => {
  expect(textOf({ place: 0, turn: "petugas" })).toContain("Diajukan, menunggu petugas");
  expect(textOf({})).toContain("Disetujui petugas, menunggu penyetuju ·");
  expect(textOf({})).toContain("Sekarang giliran penyetuju.");
  expect(textOf({ barred: true })).toContain(
    "Langkah sebelumnya Anda putuskan. Langkah ini diputuskan penyetuju lain.",
  );
  expect(textOf({ barred: true })).not.toContain("giliran");
  expect(textOf({ yours: true, barsNext: true })).toContain("hanya dapat diputuskan orang lain");
});

test("what is late says since when, and until when it was extended, and names no second deadline", () => {
  const widened = { act: "widened", at: "2026-11-23T03:00:00Z", by: "nobody" } as const;
  const late = textOf({ widened: true, trail: [...waiting.trail, widened] });
  expect(late).toMatch(/Batas waktu lewat, sejak .*23 .*; diperpanjang sampai .*24 /);
  expect(late).not.toContain("Paling lambat");
  expect(textOf({})).toContain("Paling lambat");
});

test("who agrees to the first of two steps has passed it on, not approved it", () => {
  expect(doneText("agree", waiting)).toBe("Diteruskan ke penyetuju: Siti");
  expect(doneText("agree", { ...waiting, turn: "nobody" })).toBe("Disetujui: Siti");
  expect(doneText("clarify", { ...waiting, turn: "asker" })).toBe("Klarifikasi diminta: Siti");
});
