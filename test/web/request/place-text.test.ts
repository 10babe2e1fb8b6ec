import { h } from "preact";
import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import { stateIn } from "#shared/request/state-words.ts";
import { ownRequestAnswer } from "#shared/request-kinds/request-kind-answers.ts";
import { ownRequests as text } from "../../../web/src/messages/own-requests.ts";
import { requestKinds } from "../../../web/src/messages/request-kinds.ts";
import { requests as words } from "../../../web/src/messages/requests.ts";
import { holderText, isShown, nextText } from "../../../web/src/request/place-text.ts";
import { PlaceFacts } from "../../../web/src/request/requests-list.tsx";

const ofTwo = { kind: "data-change", chain: ["petugas", "penyetuju"], place: 0 } as const;
const submitted = { ...ofTwo, state: "submitted", turn: "petugas" } as const;

test("who has it is told, and that somebody is looking at it", () => {
  expect(holderText(submitted)).toBe(text.holders.petugas);
  expect(holderText({ ...submitted, state: "verifying", taken: true })).toBe(
    `${text.holders.petugas}, ${text.taken}`,
  );
  expect(holderText({ ...submitted, state: "approved", turn: "nobody" })).toBeUndefined();
});

test("once one has agreed the state says who has it now", () => {
  const agreed = { act: "agreed" } as const;
  const passed = {
    ...ofTwo,
    state: "submitted",
    place: 1,
    turn: "penyetuju",
    trail: [agreed],
  } as const;
  expect(stateIn(words, { ...passed, place: 0, turn: "petugas" })).toBe("Diajukan");
  expect(stateIn(words, passed)).toBe("Disetujui petugas, menunggu penyetuju");
  expect(stateIn(words, { ...passed, state: "verifying" })).toBe("Dalam verifikasi");
  expect(stateIn(words, { ...passed, state: "clarifying", turn: "asker" })).toBe(
    "Perlu klarifikasi",
  );
});

test("what is next hangs on the chain while officers have it, and else on the state", () => {
  expect(nextText(submitted)).toBe(text.nexts.verify);
  expect(nextText({ ...submitted, place: 1, turn: "penyetuju" })).toBe(text.nexts.approve);
  expect(nextText({ ...submitted, chain: ["petugas"] })).toBe(text.nexts.decide);
  expect(nextText({ ...submitted, state: "revised" })).toBe(text.nexts.verify);
  expect(nextText({ ...ofTwo, state: "clarifying", turn: "asker" })).toBe(text.nexts.clarifying);
  expect(nextText({ ...ofTwo, state: "rejected", turn: "nobody" })).toBe(text.nexts.rejected);
});

test("the card follows only where what was approved is on it", () => {
  const approved = { ...ofTwo, state: "approved", turn: "nobody" } as const;

  expect(nextText(approved)).toBe(text.nexts.approved);
  expect(nextText({ ...approved, onCard: true })).toBe(text.nexts.drawn);
  expect(nextText({ ...approved, kind: "new-photo" })).toBe(requestKinds.photo.approved);
  expect(nextText({ ...approved, kind: "wrong-data" })).toBe(requestKinds.report.approved);
});

test("a draft that was thrown away is not shown, a request that was withdrawn is", () => {
  const at = "2026-11-21T03:00:00.000Z";
  expect(isShown({ state: "withdrawn" })).toBe(false);
  expect(isShown({ state: "withdrawn", submittedAt: at })).toBe(true);
  expect(isShown({ state: "draft" })).toBe(true);
});

test("a draft says until when it is kept, and nothing else of a time to keep", () => {
  const draft = { ...ofTwo, state: "draft", turn: "asker", since: "2026-11-21T03:00:00.000Z" };
  const facts = { ...draft, id: "req_1", number: "7Q2MK-9XDFA", files: [], trail: [], version: 1 };
  const content = { values: { name: "Siti" }, old: {} };
  const told = ownRequestAnswer.parse({ ...facts, content, keptUntil: "2027-02-19T03:00:00.000Z" });
  const shown = render(h(PlaceFacts, { request: told }));
  expect(shown).toContain(text.keptUntil);
  expect(shown).toMatch(/19 Feb\w* 2027/);
  const { keptUntil: _none, ...sent } = told;
  expect(render(h(PlaceFacts, { request: sent }))).not.toContain(text.keptUntil);
});
