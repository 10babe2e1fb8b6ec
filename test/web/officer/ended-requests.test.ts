import { h } from "preact";
import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import { EndedPages, EndedRow } from "../../../web/src/officer/ended-requests.tsx";

test("a request that has ended says of which kind it was", () => {
  const row = { id: "req_1", number: "7Q2MK-9XDFA", state: "rejected" } as const;
  const whose = { name: "Siti", nip: "1985", unitKerja: "Umum", at: "2026-11-21T03:00:00.000Z" };
  const shown = (kind: string) => render(h(EndedRow, { item: { ...row, ...whose, kind } }));
  expect(shown("suspect-card")).toContain("Kartu dilaporkan mencurigakan");
  expect(shown("data-change")).toContain("Perubahan data");
});

test("of one kind it says of how many it was found, and whether older ones are still to be read", () => {
  const whose = { name: "Siti", nip: "1985", unitKerja: "Umum", at: "2026-11-21T03:00:00.000Z" };
  const item = (id: "req_1" | "req_2" | "req_3", kind: string) =>
    ({ id, kind, number: `NO-${id}`, state: "rejected", ...whose }) as const;
  const items = [item("req_1", "leave"), item("req_2", "contact"), item("req_3", "leave")];
  const shown = (kind: string, cursor?: string) => {
    const first = { items, ...(cursor !== undefined && { cursor }) };
    return render(h(EndedPages, { first, outcome: undefined, kind }));
  };

  expect(shown("")).toMatch(/NO-req_1.*NO-req_2.*NO-req_3/s);
  expect(shown("")).not.toContain("dari 3");
  expect(shown("leave")).toMatch(/2 dari 3 pengajuan\..*NO-req_1.*NO-req_3/s);
  expect(shown("leave")).not.toContain("NO-req_2");
  expect(shown("leave", "c")).toContain("2 dari 3 pengajuan yang sudah dimuat.");
  expect(shown("attendance", "c")).toContain("0 dari 3");
  expect(shown("attendance")).not.toContain("Tidak ada pengajuan yang sudah selesai.");
});
