import type { DynamoDBRecord } from "aws-lambda";
import { expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import { reportOverwritten } from "../../../functions/history-guard/handle.ts";
import { aContext } from "../../support/lambda-events.ts";

const record = (eventName: "MODIFY" | "REMOVE", Keys: object): DynamoDBRecord => ({
  eventName,
  dynamodb: { SequenceNumber: "7", Keys: { ...Keys } },
});

test.each(["MODIFY", "REMOVE"] as const)(
  "an entry that was overwritten (%s) is named by its key, delivered once or twice",
  async (how) => {
    const said = vi.spyOn(logger, "error").mockReturnValue();
    const event = {
      Records: [record(how, { subjectId: { S: "emp_siti" }, revision: { N: "3" } })],
    };

    expect(await reportOverwritten()(event, aContext)).toEqual({ batchItemFailures: [] });
    await reportOverwritten()(event, aContext);

    const line = ["history.overwritten", { subjectId: "emp_siti", revision: 3, how }];
    expect(said.mock.calls).toEqual([line, line]);
  },
);

test("what it cannot read is set aside, not passed over", async () => {
  vi.spyOn(logger, "error").mockReturnValue();
  const event = { Records: [record("MODIFY", { id: { S: "emp_siti" } })] };

  expect(await reportOverwritten()(event, aContext)).toEqual({
    batchItemFailures: [{ itemIdentifier: "7" }],
  });
});
