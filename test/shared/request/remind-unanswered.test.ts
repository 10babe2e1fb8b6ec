/** The reminder of a question that waits for who asked (requirement W-12). */
import { expect, test } from "vitest";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { remindUnanswered } from "#shared/request/remind-unanswered.ts";
import type { Request } from "#shared/request/request.ts";
import { moveTo } from "#shared/request/requests.ts";
import { anEmployee } from "../../support/builders.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { freezesInMemory } from "../../support/freezes.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { aRequest } from "../../support/requests.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";

const siti = anEmployee();
const dueAt = "2026-12-15T03:00:00.000Z";

async function world(...questions: readonly Partial<Request>[]) {
  const requests = new RequestsInMemory();
  const clock = new FakeClock("2026-12-01T03:00:00.000Z");
  for (const each of questions) {
    const request = aRequest({ state: "clarifying", answerDays: 14, dueAt, ...each });
    await requests.save(moveTo(undefined, request));
  }
  const told: AuditEntry[] = [];
  const history = new HistoryInMemory(told);
  const accounts = freezesInMemory(clock);
  const employees = { find: async () => siti };
  const api = { requests, clock, history, employees, freezes: accounts.freezes };
  return { accounts, api, clock, told };
}

test("reminds once, three days before the end, and neither before nor after", async () => {
  const { api, clock, told } = await world({});
  expect(await remindUnanswered(api)).toBe(0);
  clock.advance({ days: 11 });
  expect(await remindUnanswered(api)).toBe(1);
  clock.advance({ minutes: 5 });
  expect(await remindUnanswered(api)).toBe(0);
  expect(told).toMatchObject([{ action: "own-request-due", holderTold: true }]);
  clock.advance({ days: 4 });
  expect(await remindUnanswered(api)).toBe(0);
});

test("a job that stood still for some hours reminds all the same", async () => {
  const { api, clock } = await world({});
  clock.advance({ days: 11, hours: 23 });
  expect(await remindUnanswered(api)).toBe(1);
});

test("an officer's turn and a short question are not reminded", async () => {
  const { api, clock } = await world(
    { id: "req_officer", group: "a", state: "submitted" },
    { id: "req_short", group: "b", answerDays: 3 },
  );
  clock.advance({ days: 11 });
  expect(await remindUnanswered(api)).toBe(0);
});

test("while an account is frozen nobody is reminded, nor before the days that began anew are nearly over", async () => {
  const { accounts, api, clock, told } = await world({});
  clock.advance({ days: 11 });
  await accounts.freeze(siti);
  expect(await remindUnanswered(api)).toBe(0);
  await accounts.thaw(siti);
  clock.advance({ minutes: 5 });
  expect(await remindUnanswered(api)).toBe(0);
  expect(told).toEqual([]);
});
