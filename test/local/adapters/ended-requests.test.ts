/** Pages of what has ended, where much ended at the same instant: nothing is missed, and nothing told twice (decision 0096). */
import fc from "fast-check";
import { expect, test } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { type Outcome, outcomes } from "#shared/request/request-states.ts";
import { RequestTable } from "#shared/request/request-table.ts";
import { type EndedPlace, moveTo, type Requests } from "#shared/request/requests.ts";
import { aRequest } from "../../support/requests.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();
const instants = ["2026-11-21T03:00:00.000Z", "2026-11-21T03:00:00.001Z"] as const;

async function inDynamodb(): Promise<Requests> {
  const audit = new AuditTable(cloud.db, await cloud.newTable("audit-table"));
  return new RequestTable(cloud.db, await cloud.newTable("request-table"), audit);
}

const ended = fc.array(fc.tuple(fc.constantFrom(...outcomes), fc.constantFrom(...instants)), {
  ...{ minLength: 20, maxLength: 45 },
});

async function fill(requests: Requests, all: readonly (readonly [Outcome, string])[]) {
  for (const [i, [state, since]] of all.entries()) {
    const id = `req_${String(i).padStart(3, "0")}` as const;
    const { dueAt: _, ...rest } = aRequest({ id, group: id });
    await requests.save(moveTo(undefined, { ...rest, state, since }));
  }
}

async function pages(requests: Requests, wanted: readonly Outcome[], limit: number) {
  const told: { id: string; since: string }[] = [];
  let after: EndedPlace | undefined;
  for (;;) {
    const page = await requests.ended("ins_contoh", { outcomes: wanted, limit, after });
    told.push(...page);
    const last = page.at(-1);
    const outcome = outcomes.find((each) => each === last?.state);
    if (!last || !outcome) return told;
    expect(page.length).toBeLessThanOrEqual(limit);
    after = { id: last.id, at: last.since, outcome };
  }
}

test.each([
  ["in DynamoDB", inDynamodb, 3],
  ["in memory", async () => new RequestsInMemory(), 30],
] as const)("page after page all that has ended is told once, %s", async (_, make, numRuns) => {
  const asked = fc.tuple(ended, fc.integer({ min: 1, max: 7 }), fc.subarray([...outcomes]));
  const whole = fc.asyncProperty(asked, async ([all, limit, some]) => {
    const requests = await make();
    await fill(requests, all);
    for (const wanted of [outcomes, some]) {
      const told = await pages(requests, wanted, limit);
      const due = all.flatMap(([state], i) =>
        wanted.includes(state) ? [`req_${String(i).padStart(3, "0")}`] : [],
      );
      expect(told.map(({ id }) => id).toSorted()).toEqual(due);
      const order = told.map(({ since }) => since);
      expect(order).toEqual(order.toSorted().toReversed());
    }
  });
  await fc.assert(whole, { numRuns, seed: 20261130 });
});
