import { expect, test } from "vitest";
import { requestId } from "#shared/request/request.ts";
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { putAway, putAwayHere, turnedDownOf } from "../../../web/src/home/turned-down.ts";

const day = 86_400_000;
const now = Date.parse("2026-11-30T03:00:00.000Z");
const at = (ago: number) => new Date(now - ago).toISOString();

const rejected: OwnRequest = {
  ...{ id: requestId.parse("req_rejected01"), kind: "data-change", number: "01234-56789" },
  ...{ version: 3, files: [], trail: [], chain: ["petugas"], place: 0 },
  ...{ state: "rejected", turn: "nobody", submittedAt: at(3 * day), since: at(2 * day) },
  content: { values: { birthPlace: "Cirebon" }, old: {} },
};
const again: OwnRequest = {
  ...rejected,
  ...{ id: requestId.parse("req_again00001"), state: "submitted", turn: "petugas" },
  ...{ submittedAt: at(day), since: at(day) },
};
const shownOf = (requests: readonly OwnRequest[], away: readonly string[] = []) =>
  turnedDownOf(requests, { now, putAway: away }).map(({ id }) => id);

test("what was rejected is told, and what nobody answered in time; what was approved or withdrawn is not", () => {
  expect(shownOf([rejected])).toEqual([rejected.id]);
  expect(shownOf([{ ...rejected, state: "expired" }])).toEqual([rejected.id]);
  expect(shownOf([{ ...rejected, state: "approved" }])).toEqual([]);
  expect(shownOf([{ ...rejected, state: "withdrawn" }])).toEqual([]);
});

test("it is told for thirty days", () => {
  expect(shownOf([{ ...rejected, since: at(30 * day - 1) }])).toEqual([rejected.id]);
  expect(shownOf([{ ...rejected, since: at(30 * day) }])).toEqual([]);
});

test.each(["submitted", "draft", "approved"] as const)(
  "whoever asks again for the same knows it: the second one is %s",
  (state) => {
    expect(shownOf([{ ...again, state }, rejected])).toEqual([]);
  },
);

test("a second one that was withdrawn, is older or about something else takes nothing away", () => {
  const other = { values: { nik: "3273010101900001" }, old: {} };
  const older = { submittedAt: at(9 * day), since: at(8 * day) };

  expect(shownOf([{ ...again, state: "withdrawn" }, rejected])).toEqual([rejected.id]);
  expect(shownOf([rejected, { ...again, ...older }])).toEqual([rejected.id]);
  expect(shownOf([{ ...again, kind: "data-change", content: other }, rejected])).toEqual([
    rejected.id,
  ]);
});

test("of two that were rejected for the same the newer one is told", () => {
  const second: OwnRequest = { ...again, state: "rejected", turn: "nobody" };

  expect(shownOf([second, rejected])).toEqual([second.id]);
});

test("what was put away stays away on this device, and is forgotten once it is on no page any more", () => {
  putAway(rejected.id, [rejected]);
  expect(putAwayHere()).toEqual([rejected.id]);
  expect(shownOf([rejected], putAwayHere())).toEqual([]);

  putAway(again.id, [again]);
  expect(putAwayHere()).toEqual([again.id]);
});
