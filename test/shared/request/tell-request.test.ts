/** What a request tells of itself: since when those have it whose turn it is. */
import { expect, test } from "vitest";
import { askClarification, asOf, handOver, take } from "#shared/request/move-request.ts";
import { requestFactsOf } from "#shared/request/tell-request.ts";
import { aDraft, aRequest } from "../../support/requests.ts";

const sent = aRequest();
const at = (day: number) => new Date(`2026-11-${day}T03:00:00.000Z`);
const officer = "emp_oka" as const;

test("officers have it since it was sent, also when one looks at it or its time has passed", () => {
  const taken = take(sent, { at: at(22), by: officer });
  const late = asOf(sent, at(25));

  expect(taken.since).not.toBe(sent.since);
  expect(requestFactsOf(taken).since).toBe(sent.submittedAt);
  expect(late.widened).toBe(true);
  expect(requestFactsOf(late).since).toBe(sent.submittedAt);
});

test("who asked has it since the question, wherever its officers are now", () => {
  const asked = askClarification(sent, { at: at(22), by: officer, code: "bts", reason: "?" });
  const moved = handOver(asked, { at: at(23), instansiId: "ins_lain", unitKerja: "Dinas B" });

  expect(requestFactsOf(moved).since).toBe(at(22).toISOString());
  expect(requestFactsOf(handOver(sent, { ...moved, at: at(22) })).since).toBe(at(22).toISOString());
});

test("of a draft it is when it was kept", () => {
  expect(requestFactsOf(aDraft()).since).toBe(aDraft().since);
});
