import { h } from "preact";
import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import { EndedRow } from "../../../web/src/officer/ended-requests.tsx";

test("a request that has ended says of which kind it was", () => {
  const row = { id: "req_1", number: "7Q2MK-9XDFA", state: "rejected" } as const;
  const whose = { name: "Siti", nip: "1985", unitKerja: "Umum", at: "2026-11-21T03:00:00.000Z" };
  const shown = (kind: string) => render(h(EndedRow, { item: { ...row, ...whose, kind } }));
  expect(shown("suspect-card")).toContain("Kartu dilaporkan mencurigakan");
  expect(shown("data-change")).toContain("Perubahan data");
});
