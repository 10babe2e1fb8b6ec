import { expect, test } from "vitest";
import type { ApprovalAnswer } from "#shared/access/approval-answers.ts";
import { afterAsking, afterDecision } from "../../../web/src/approval/approval-lists.ts";

const anAnswer = (last: number, change: Partial<ApprovalAnswer> = {}): ApprovalAnswer => ({
  id: `apr_${String(last).padStart(26, "0")}`,
  subject: { id: "emp_siti", instansiId: "ins_contoh" },
  change: { kind: "roles", from: [], to: [{ role: "petugas", instansiId: "ins_contoh" }] },
  isOutdated: false,
  reason: "SK 7/2026",
  asker: {},
  askedAt: "2026-11-21T03:00:00.000Z",
  until: "2026-11-28T03:00:00.000Z",
  state: "pending",
  may: "withdraw",
  ...change,
});

const [first, second, third] = [anAnswer(1), anAnswer(2), anAnswer(3)];

test("what was asked for stands first among the own, and once", () => {
  const lists = afterAsking({ waiting: [first], own: [second] }, third);
  expect(lists).toEqual({ waiting: [first], own: [third, second] });

  expect(afterAsking(lists, third)).toEqual(lists);
});

test("what was decided waits no longer, and what was withdrawn keeps its place", () => {
  expect(afterDecision({ waiting: [first, second], own: [third] }, first)).toEqual({
    waiting: [second],
    own: [third],
  });
  const withdrawn = anAnswer(2, { state: "withdrawn", may: "nothing" });
  expect(afterDecision({ waiting: [], own: [first, second, third] }, withdrawn).own).toEqual([
    first,
    withdrawn,
    third,
  ]);
});
