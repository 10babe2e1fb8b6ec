/** What Lambda gives a function besides what a test is about. */
import type { Context, DynamoDBRecord, SQSRecord } from "aws-lambda";

const arn = "arn:aws:lambda:ap-southeast-3:000000000000:function:under-test";

export const aContext: Context = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: "under-test",
  functionVersion: "$LATEST",
  invokedFunctionArn: arn,
  memoryLimitInMB: "128",
  awsRequestId: "00000000-0000-0000-0000-000000000000",
  logGroupName: "/aws/lambda/under-test",
  logStreamName: "under-test",
  getRemainingTimeInMillis: () => 10_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
};

/** A queue's message. @param attempt the how many-th time it comes */
export function aMessage(body: string, messageId = "m-1", attempt = 1): SQSRecord {
  return {
    messageId,
    receiptHandle: "receipt",
    body,
    attributes: {
      ApproximateReceiveCount: `${attempt}`,
      SentTimestamp: "0",
      SenderId: "test",
      ApproximateFirstReceiveTimestamp: "0",
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:ap-southeast-3:000000000000:under-test",
    awsRegion: "ap-southeast-3",
  };
}

/** A stream's record of which only its place matters, and whose it is. */
export function aStreamPlace(SequenceNumber: string, id = "emp_siti"): DynamoDBRecord {
  return { dynamodb: { SequenceNumber, Keys: { id: { S: id } } } };
}
