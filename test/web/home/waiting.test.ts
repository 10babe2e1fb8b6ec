import { expect, test } from "vitest";
import { requestId } from "#shared/request/request.ts";
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import {
  nameOf,
  waitingInPlaceOfCard,
  waitingOfCampaigns,
  waitingOfCard,
  waitingOfDeciding,
  waitingOfRequests,
} from "../../../web/src/home/waiting.ts";
import { ownHome as text } from "../../../web/src/messages/own-home.ts";
import { recordFields } from "../../../web/src/messages/record-fields.ts";
import { requests as words } from "../../../web/src/messages/requests.ts";

const id = requestId.parse("req_0123456789");
const request: OwnRequest = {
  ...{ id, kind: "data-change", number: "01234-56789", version: 1, files: [], trail: [] },
  ...{ state: "draft", turn: "asker", chain: ["petugas"], place: 0 },
  since: "2026-11-29T03:00:00.000Z",
  content: { values: { gelarBelakang: "S.Kom." }, old: {} },
};
const asked: OwnRequest = { ...request, state: "clarifying" };

test("a request waits for its holder only while it is their turn", () => {
  const withOfficers: OwnRequest = { ...request, state: "verifying", turn: "petugas" };
  const ended: OwnRequest = { ...request, state: "rejected", turn: "nobody" };

  expect(waitingOfRequests([withOfficers, ended])).toEqual([]);
});

test("the question whose time ends first comes first, and drafts, which have none, last", () => {
  const [sooner, later] = ["2026-12-01T03:00:00.000Z", "2026-12-02T03:00:00.000Z"];
  const about = recordFields.gelarBelakang;

  const items = waitingOfRequests([
    request,
    { ...asked, dueAt: later },
    { ...asked, dueAt: sooner },
  ]);

  expect(items).toEqual([
    { path: `/pengajuan?id=${id}`, text: text.waits.answer(about), until: sooner },
    { path: `/pengajuan?id=${id}`, text: text.waits.answer(about), until: later },
    { path: `/pengajuan?id=${id}`, text: text.waits.draft(about), until: undefined },
  ]);
});

test("a draft without a field yet goes by its number", () => {
  expect(nameOf({ ...request, content: { values: {}, old: {} } })).toBe(
    words.number("01234-56789"),
  );
});

test("a card that is drawn and may be shown waits for nothing", () => {
  expect(waitingOfCard({ state: "drawn" })).toEqual([]);
});

test("a photo that is asked for has its day, and one that is missing none", () => {
  const until = "2026-12-01T03:00:00.000Z";
  const photoAsked = { state: "new-asked", faults: [], until } as const;

  expect(waitingOfCard({ state: "drawn", photoAsked })).toEqual([
    { path: "/foto", text: text.waits.photoAsked, until },
  ]);
  expect(waitingOfCard({ state: "no-photo" })).toEqual([
    { path: "/foto", text: text.waits.noPhoto },
  ]);
});

test("whose photo was taken away is told that, not that there is none", () => {
  const photoAsked = { state: "revoked", faults: [] } as const;

  expect(waitingOfCard({ state: "no-photo", photoAsked })).toMatchObject([
    { text: text.waits.photoRevoked },
  ]);
});

test("a paused code waits to be turned on again", () => {
  expect(waitingOfCard({ state: "drawn", qrPausedAt: "2026-11-29T03:00:00.000Z" })).toEqual([
    { path: "/akun/data", text: text.waits.qrPaused },
  ]);
});

test("a campaign waits until the last minute of its last day", () => {
  const campaigns = [{ title: "Surel 2026", endsAt: "2026-12-20T17:00:00.000Z" }];

  expect(waitingOfCampaigns(campaigns)).toEqual([
    { path: "/kontak", text: text.waits.campaign("Surel 2026"), until: "2026-12-20T16:59:00.000Z" },
  ]);
  expect(waitingOfCampaigns(undefined)).toEqual([]);
});

test("below the place of a card that needs a photo stands the way to one; a card that ended needs none", () => {
  const choose = { path: "/foto", text: text.waits.noPhoto };
  const qrPausedAt = "2026-11-29T03:00:00.000Z";
  expect(waitingInPlaceOfCard({ state: "no-photo", status: "active", qrPausedAt })).toEqual([
    choose,
  ]);
  expect(waitingInPlaceOfCard({ state: "no-photo", status: "ended" })).toEqual([]);
  expect(waitingInPlaceOfCard({ state: "drawn", status: "active", qrPausedAt })).toEqual([]);
});

test("what waits in the reader's posts is told with its number, and leads to where it is decided", () => {
  expect(waitingOfDeciding({ leave: 3 })).toEqual([
    { path: "/pengajuan?bagian=putusan", text: text.waits.deciding.leave(3) },
  ]);
  expect(waitingOfDeciding({ leave: 0 })).toEqual([]);
  expect(waitingOfDeciding(undefined)).toEqual([]);
});
