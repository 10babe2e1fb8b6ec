import { SQSClient } from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { expect, test } from "vitest";
import { PhotoQueue, uploadsIn } from "#shared/photo/photo-queue.ts";
import { outages } from "../../support/aws-failures.ts";

const told = (...keys: string[]) =>
  JSON.stringify({ Records: keys.map((key) => ({ s3: { object: { key } } })) });

test("S3 tells of several uploads in one message", () => {
  expect(uploadsIn(told("incoming/emp_siti/pho_1", "incoming/emp_budi/pho_2"))).toEqual([
    { employeeId: "emp_siti", photoId: "pho_1", isGivenUp: false },
    { employeeId: "emp_budi", photoId: "pho_2", isGivenUp: false },
  ]);
});

test("keys are decoded as S3 encodes them", () => {
  expect(uploadsIn(told("incoming%2Femp_siti%2Fpho_1"))).toHaveLength(1);
});

test("S3's test message tells of no upload", () => {
  const event = { Service: "Amazon S3", Event: "s3:TestEvent", Bucket: "photos" };

  expect(uploadsIn(JSON.stringify(event))).toEqual([]);
});

test.each(["photos/emp_siti/pho_1.png", "incoming/emp_siti/pho+1", "incoming/notes.txt"])(
  "%s is nobody's upload",
  (key) => {
    expect(uploadsIn(told(key))).toEqual([]);
  },
);

test.each(["", "not JSON", "{}", '{"Records":[{}]}', told("incoming/%")])(
  "the message %j is refused, and ends where someone looks",
  (body) => {
    expect(() => uploadsIn(body)).toThrow();
  },
);

test.each(outages)("%s is passed on", async (_, outage) => {
  const client = new SQSClient();
  mockClient(client).rejects(outage);
  const queue = new PhotoQueue(client, "https://queue.example/photo");

  await expect(
    queue.sendAll([{ employeeId: "emp_siti", photoId: "pho_1", isGivenUp: false }]),
  ).rejects.toBe(outage);
});
