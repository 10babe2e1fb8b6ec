/** What a page shows while a part of it is on its way. */
import { h } from "preact";
import { render } from "preact-render-to-string";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lazyPart } from "../../web/src/lazy-page.ts";
import { FileFrame } from "../../web/src/officer/file-frame.tsx";
import type { PageQuery } from "../../web/src/officer/page-query.ts";
import { RequestQueuePage } from "../../web/src/pages/request-queue.tsx";
import { RequestsPage } from "../../web/src/pages/requests.tsx";

const Said = ({ word }: { readonly word: string }) => h("p", {}, word);

test("a part that was asked for is stood in for until it is there, with what the part is given", async () => {
  const Waiting = ({ word }: { readonly word: string }) => h("i", {}, word);
  const Part = lazyPart(async () => Said, Waiting);
  expect(render(h(Part, { word: "x" }))).toBe("<i>x</i>");
  await Part.preload();
  expect(render(h(Part, { word: "x" }))).toBe("<p>x</p>");
});

test("what comes into a page beside other things takes no place before", () => {
  expect(
    render(
      h(
        lazyPart(async () => Said),
        { word: "x" },
      ),
    ),
  ).toBe("");
});

beforeEach(() => {
  vi.stubGlobal("location", new URL("https://kartu.example.go.id/pengajuan"));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("a request, a form of one and the campaigns are never an empty page", () => {
  const own = (query: PageQuery) => render(h(RequestsPage, { query }));
  const queue = (query: PageQuery) => render(h(RequestQueuePage, { query }));
  expect(own({ id: "req_1" })).toContain("Memuat…");
  expect(own({ id: "req_1", langkah: "isian" })).toContain("Memuat…");
  expect(own({ bagian: "cuti" })).toContain("Memuat…");
  expect(queue({ bagian: "pemutakhiran" })).toContain("Memuat…");
  expect(queue({ bagian: "selesai" })).toContain("Memuat…");
});

test("an empty frame says that its file is being drawn", () => {
  const nothing = () => undefined;
  const frame = { address: "/x", title: "Isi berkas 1", onSettled: nothing, onRetry: nothing };
  expect(render(h(FileFrame, frame))).toContain("Menyiapkan berkas…");
});
