import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { expect, test, vi } from "vitest";
import { prove } from "#shared/audit/entry-proof.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { reportOverwritten } from "../../../functions/history-guard/handle.ts";
import { anEntry } from "../../support/audit-table-contract.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aContext } from "../../support/lambda-events.ts";

const begun = "2026-11-21T02:00:00.000Z";
const leaver = anEmployee({
  ...{ kedudukanHukum: "99", cardChangedAt: "2010-01-01T00:00:00.000Z" },
  ...{ erasureBegunAt: begun, updatedAt: begun },
});
const writtenAt = new Date("2009-01-01T00:00:00.000Z");
const entry = prove({ ...anEntry({ revision: 3 }) }, { writtenAt });

/** As after erasing all of it. */
function erased(item: typeof entry) {
  const { reason: _, origin: _origin, changes: _changes, salted, ...rest } = item;
  const bare = Object.entries(salted).map(([place, { digest }]) => [place, { digest }]);
  const fields = anEntry().changes.map(({ field }) => ({ field }));
  return { ...rest, changes: fields, salted: Object.fromEntries(bare) };
}

const image = (item: object) =>
  JSON.parse(JSON.stringify(marshall(item, { removeUndefinedValues: true })));

function record(before: object, after?: object): DynamoDBRecord {
  const images = { OldImage: image(before), ...(after && { NewImage: image(after) }) };
  const Keys = { subjectId: { S: entry.subjectId }, revision: { N: "3" } };
  return {
    eventName: after ? "MODIFY" : "REMOVE",
    dynamodb: { SequenceNumber: "7", Keys, ...images },
  };
}

async function reported(person: Employee, ...Records: DynamoDBRecord[]) {
  const said = vi.spyOn(logger, "error").mockReturnValue();
  const guard = reportOverwritten({
    ...{ employees: new EmployeesInMemory(person), erasureYears: 10, clock: new FakeClock() },
  });
  const answer = await guard({ Records }, aContext);
  return { answer, said: said.mock.calls };
}

test.each([
  ["MODIFY", { ...entry, action: "registered" }],
  ["REMOVE", undefined],
])(
  "an entry that was overwritten (%s) is named by its key, delivered once or twice",
  async (how, after) => {
    const { answer, said } = await reported(leaver, record(entry, after), record(entry, after));

    expect(answer).toEqual({ batchItemFailures: [] });
    const line = ["history.overwritten", { subjectId: entry.subjectId, revision: 3, how }];
    expect(said).toEqual([line, line]);
  },
);

test("values of a leaver that are erased after it began are no fault, delivered once or twice", async () => {
  const event = record(entry, erased(entry));
  expect((await reported(leaver, event, event)).said).toEqual([]);
  const ended = { ...leaver, erasedAt: "2026-11-21T02:30:00.000Z" };
  expect((await reported(ended, event)).said).toEqual([]);
});

test.each<[string, Partial<Employee>]>([
  ["who is in service", { kedudukanHukum: "01" }],
  ["who left a year ago", { cardChangedAt: "2025-11-21T00:00:00.000Z" }],
  ["whose data are held", { erasureHeldAt: begun }],
  ["whose record says nothing of a beginning", { erasureBegunAt: undefined }],
  [
    "whose last beginning was before they came back",
    { erasureBegunAt: "2009-06-01T00:00:00.000Z" },
  ],
  ["whose data were erased before it was written", { erasedAt: "2026-11-21T03:00:00.000Z" }],
])("the same done to somebody %s is named", async (about, change) => {
  const after = about.includes("before it was written");
  const late = prove({ ...anEntry({ revision: 3 }) }, { writtenAt: new Date("2026-12-01") });
  const item = after ? late : entry;
  expect((await reported({ ...leaver, ...change }, record(item, erased(item)))).said).toHaveLength(
    1,
  );
});

test.each([
  ["a digest", { digest: "another" }],
  ["another actor", { actor: { role: "officer", id: "emp_lain" } }],
  ["a value put in its place", { reason: "SK 99/2026" }],
  ["an attribute more", { note: "x" }],
  ["no values at all gone", entry],
])("erasing a leaver's values with %s is named", async (_, change) => {
  const after = { ...erased(entry), ...change };
  expect((await reported(leaver, record({ ...entry, type: "x" }, after))).said).toHaveLength(1);
  expect((await reported(leaver, record(entry, after))).said.length).toBeGreaterThan(0);
});

test("what it cannot read is set aside, not passed over", async () => {
  const { answer } = await reported(leaver, {
    eventName: "MODIFY",
    dynamodb: { SequenceNumber: "7", Keys: { id: { S: "emp_siti" } } },
  });
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "7" }] });
});
