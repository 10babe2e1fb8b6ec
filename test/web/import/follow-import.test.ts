import { expect, test } from "vitest";
import { NoAnswer } from "../../../web/src/api/client.ts";
import type { ImportAnswer } from "../../../web/src/import/answers.ts";
import { importFollowed } from "../../../web/src/import/follow-import.ts";
import { follow as followUntilDone } from "../../../web/src/officer/follow.ts";

type State = ImportAnswer["state"];

const found = (state: State): ImportAnswer => ({
  ...{ id: "imp_1", state, fileName: "pegawai.xlsx", rows: 2 },
  counts: {
    ...{ new: 1, changed: 0, unchanged: 0, gone: 0 },
    ...{ errors: 0, warnings: 0, rowsWithErrors: 0 },
  },
  ...{ asker: "Budi", at: "2026-11-26T00:00:00.000Z", may: [] },
  marked: "none",
});

async function follow(states: readonly State[]) {
  const told: State[] = [];
  const waits: number[] = [];
  let look = 0;
  const read = async () => found(states[Math.min(look++, states.length - 1)] ?? "done");
  await followUntilDone(
    importFollowed("imp_1", read),
    ({ state }) => told.push(state),
    new AbortController().signal,
    async (ms) => {
      waits.push(ms);
    },
  );
  return { told, waits };
}

test("an import is followed until it is judged, and again until its people are there", async () => {
  expect((await follow(["uploading", "judging", "judged"])).told).toEqual([
    "uploading",
    "judging",
    "judged",
  ]);
  expect((await follow(["waiting", "applying", "done"])).told).toEqual([
    "waiting",
    "applying",
    "done",
  ]);
});

test("what does not move is read once", async () => {
  for (const state of ["refused", "judged", "done", "stopped", "ended"] as const)
    expect((await follow([state])).waits).toEqual([]);
});

test("a second person is waited for in longer pauses", async () => {
  expect((await follow(["waiting", "waiting", "ended"])).waits).toEqual([5000, 5000]);
  expect((await follow(["judging", "judged"])).waits).toEqual([1000]);
});

test("nobody is waited for without an end", async () => {
  await expect(follow(["waiting"])).rejects.toBeInstanceOf(NoAnswer);
});
