import { expect, test } from "vitest";
import * as z from "zod";
import { resources } from "./permissions.ts";
import { ofType } from "./templates.ts";

const tried = z.object({
  VisibilityTimeout: z.int(),
  RedrivePolicy: z.object({ maxReceiveCount: z.int() }),
});

test("what fails at each try is among the dead letters, whose alarm rings, within hours; mails within a night", () => {
  const minutes = ofType(resources, "AWS::SQS::Queue").flatMap(({ id, Properties }) => {
    const queue = tried.safeParse(Properties).data;
    const [name = id] = /^[a-z]+queue/.exec(id) ?? [];
    return queue
      ? [[name, (queue.VisibilityTimeout * queue.RedrivePolicy.maxReceiveCount) / 60]]
      : [];
  });
  // The alarm on the age of the oldest message does not see it from its third try on.
  expect(Object.fromEntries(minutes)).toEqual({
    ...{ feedbackqueue: 7.5, resetqueue: 12, redrawqueue: 15, photoqueue: 30, printqueue: 45 },
    ...{ bulkqueue: 48, exportqueue: 120, importqueue: 192, mailqueue: 960 },
  });
});
