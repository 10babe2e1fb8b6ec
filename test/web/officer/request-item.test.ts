/** What may be done with one request of the queue. */
import { h } from "preact";
import { render } from "preact-render-to-string";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import {
  ProofRevocation,
  RequestItem,
  RequestReason,
} from "../../../web/src/officer/request-item.tsx";
import { RequestQueue } from "../../../web/src/officer/request-queue.tsx";

type Report = Extract<OfficerRequest, { kind: "wrong-data" }>;
const report: Report = {
  ...{ id: "req_1", number: "7Q2MK-9XDFA", kind: "wrong-data", state: "submitted" },
  ...{ turn: "petugas", chain: ["petugas"], place: 0, files: [], version: 1, trail: [] },
  ...{ submittedAt: "2026-11-20T03:00:00Z", since: "2026-11-20T03:00:00Z" },
  dueAt: "2026-11-24T03:00:00Z",
  content: { field: "tmt", stood: "2010-01-01", right: "2011-01-01" },
  ...{ employeeId: "emp_siti", nip: "19850212 201001 2 004", name: "Siti", unitKerja: "Umum" },
  stands: "2010-01-01",
};

beforeEach(async () => {
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  await ProofRevocation.preload();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const nothing = () => undefined;
const shown = (fields: Partial<Report>, queue: { move?: undefined } = {}) =>
  render(
    h(RequestItem, {
      ...{ item: { ...report, ...fields }, place: "1", move: nothing },
      ...{ onDecided: nothing, onChanged: nothing },
      ...queue,
    }),
  );

test("its proofs are not withdrawn beside a decision that is still the reader's", () => {
  const proofs = { mayRevoke: true } as const;
  expect(shown({ yours: true, proofs })).not.toContain("Cabut bukti pengajuan");
  expect(shown({ turn: "nobody", state: "rejected", proofs })).toContain("Cabut bukti pengajuan");
  const revokedAt = "2026-11-21T03:00:00.000Z";
  expect(shown({ yours: true, proofs: { revokedAt } })).toContain("Bukti pengajuan ini dicabut");
});

test("whoever cannot sign in is not asked, and the officer reads why", () => {
  expect(shown({ yours: true })).toContain('data-decision="clarify"');
  const frozen = shown({ yours: true, heldAsk: true });
  expect(frozen).not.toContain('data-decision="clarify"');
  expect(frozen).toContain("dibekukan, jadi ia belum dapat ditanya");
  expect(frozen).toContain('data-decision="agree"');
});

test("of the keys those are named that do something", () => {
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  const keysIn = (html: string) => /Papan tombol: [^.]+/.exec(html)?.[0];
  const alone = keysIn(shown({ yours: true }, { move: undefined }));
  expect(alone).toBe("Papan tombol: S setuju, T tolak, K klarifikasi, A ambil");
  const files = [{ file: "evd_1", grant: "g" }] as const;
  const whole = keysIn(shown({ yours: true, files }));
  expect(whole).toContain("A ambil, B berkas, J atau panah kanan berikutnya");
  expect(keysIn(shown({ yours: true, mine: true, outdated: true }))).not.toMatch(
    /S setuju|A ambil/,
  );
});

test("a form that was asked for says that it is on its way, and can be left", () => {
  const asked = { step: "reject", of: { files: [] }, typed: {} } as const;
  const waiting = render(
    h(RequestReason, { ...asked, send: async () => undefined, leave: nothing }),
  );
  expect(waiting).toContain("Memuat…");
  expect(waiting).toContain("Batal");
});

test("only the whole queue says in which order its requests stand", () => {
  const order = "lalu yang paling lama menunggu";
  expect(render(h(RequestQueue, { id: undefined }))).toContain(order);
  expect(render(h(RequestQueue, { id: "req_1" }))).not.toContain(order);
});
