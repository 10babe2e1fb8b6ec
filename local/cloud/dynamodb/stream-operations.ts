/** DynamoDB Streams' own interface: ListStreams, DescribeStream, GetShardIterator, GetRecords. */
import { createHash } from "node:crypto";
import { AwsError, type Caller } from "../kernel/service.ts";
import type { Dynamodb } from "./dynamodb.ts";
import { onlyKnown } from "./request.ts";
import type { StreamRecord } from "./stream-record.ts";
import type { StreamDocument } from "./streams.ts";
import { invalid, notFound } from "./table.ts";

interface ListRequest {
  readonly TableName?: string;
  readonly Limit?: number;
  readonly ExclusiveStartStreamArn?: string;
}

interface IteratorRequest {
  readonly StreamArn: string;
  readonly ShardId: string;
  readonly ShardIteratorType: string;
  readonly SequenceNumber?: string;
}

/** What an iterator's text says. */
interface Position {
  readonly arn: string;
  readonly after: string;
  /** Epoch milliseconds. */
  readonly issuedAt: number;
}

const fifteenMinutes = 900_000;

/** Long: a closure, of which each function fits a screen. */
export function streamOperations({ access, context, streams }: Dynamodb) {
  function list(input: ListRequest, caller: Caller): unknown {
    onlyKnown("ListStreams", input, ["TableName", "Limit", "ExclusiveStartStreamArn"]);
    access.everything(caller, "ListStreams");
    const { TableName, Limit = 100, ExclusiveStartStreamArn: after = "" } = input;
    const found = streams
      .all()
      .filter(({ arn, tableName }) => arn > after && (!TableName || tableName === TableName));
    const page = found.slice(0, Limit);
    return {
      Streams: page.map(({ arn, label, tableName }) => ({
        StreamArn: arn,
        StreamLabel: label,
        TableName: tableName,
      })),
      ...(found.length > Limit && { LastEvaluatedStreamArn: page.at(-1)?.arn }),
    };
  }

  function describe(
    input: { readonly StreamArn: string; readonly ExclusiveStartShardId?: string },
    caller: Caller,
  ): unknown {
    onlyKnown("DescribeStream", input, ["StreamArn", "Limit", "ExclusiveStartShardId"]);
    access.arn(caller, "DescribeStream", input.StreamArn);
    const stream = streams.get(input.StreamArn);
    const shard = {
      ShardId: shardId(stream),
      SequenceNumberRange: {
        StartingSequenceNumber: stream.startingSequenceNumber,
        ...(stream.closed && { EndingSequenceNumber: stream.closed.endingSequenceNumber }),
      },
    };
    return {
      StreamDescription: {
        StreamArn: stream.arn,
        StreamLabel: stream.label,
        StreamStatus: stream.closed ? "DISABLED" : "ENABLED",
        StreamViewType: stream.view,
        CreationRequestDateTime: stream.createdAt / 1000,
        TableName: stream.tableName,
        KeySchema: stream.keySchema,
        Shards: input.ExclusiveStartShardId ? [] : [shard],
      },
    };
  }

  function iterator(input: IteratorRequest, caller: Caller): unknown {
    onlyKnown("GetShardIterator", input, [
      "StreamArn",
      "ShardId",
      "ShardIteratorType",
      "SequenceNumber",
    ]);
    access.arn(caller, "GetShardIterator", input.StreamArn);
    const stream = streams.trim(input.StreamArn);
    if (input.ShardId !== shardId(stream)) {
      throw notFound(`Requested resource not found: Shard: ${input.ShardId} not found`);
    }
    return { ShardIterator: iteratorAfter(stream, startOf(input, stream)) };
  }

  /** The sequence number before the first one to read. */
  function startOf(
    { ShardIteratorType: type, SequenceNumber: number }: IteratorRequest,
    { trimmedThrough }: StreamDocument,
  ): string {
    if (type === "TRIM_HORIZON") return trimmedThrough ?? "0";
    if (type === "LATEST") return streams.latestSequenceNumber();
    if (type !== "AT_SEQUENCE_NUMBER" && type !== "AFTER_SEQUENCE_NUMBER") {
      throw invalid(
        `1 validation error detected: Value '${type}' at 'shardIteratorType' failed to satisfy constraint: Member must satisfy enum value set: [AFTER_SEQUENCE_NUMBER, LATEST, AT_SEQUENCE_NUMBER, TRIM_HORIZON]`,
      );
    }
    if (!/^\d{21,40}$/.test(number ?? "")) {
      throw invalid(`Invalid SequenceNumber for ShardIteratorType ${type}`);
    }
    return String(BigInt(number ?? 0) - (type === "AT_SEQUENCE_NUMBER" ? 1n : 0n));
  }

  function records(
    input: { readonly ShardIterator: string; readonly Limit?: number },
    caller: Caller,
  ): unknown {
    onlyKnown("GetRecords", input, ["ShardIterator", "Limit"]);
    const { arn, after, issuedAt } = position(input.ShardIterator);
    access.arn(caller, "GetRecords", arn);
    if (context.clock.millis() - issuedAt >= fifteenMinutes) {
      throw new AwsError("ExpiredIteratorException", "Iterator expired");
    }
    const stream = streams.trim(arn);
    if (stream.trimmedThrough && BigInt(after) < BigInt(stream.trimmedThrough) && after !== "0") {
      throw new AwsError(
        "TrimmedDataAccessException",
        "The operation attempted to read past the oldest stream record in a shard.",
      );
    }
    const found = streams.read(arn, after, input.Limit ?? 1000);
    const next = found.at(-1)?.dynamodb.SequenceNumber ?? after;
    const isOver = stream.closed && BigInt(next) >= BigInt(stream.closed.endingSequenceNumber);
    return {
      Records: found.map(apiRecord),
      ...(!isOver && { NextShardIterator: iteratorAfter(stream, next) }),
    };
  }

  function iteratorAfter({ arn }: StreamDocument, after: string): string {
    const at: Position = { arn, after, issuedAt: context.clock.millis() };
    return `${arn}|1|${Buffer.from(JSON.stringify(at)).toString("base64")}`;
  }

  return {
    ListStreams: list,
    DescribeStream: describe,
    GetShardIterator: iterator,
    GetRecords: records,
  };
}

/** AWS's form: a number of 20 digits, eight hexadecimal ones. */
function shardId({ arn, createdAt }: StreamDocument): string {
  const hash = createHash("sha256").update(arn).digest("hex").slice(0, 8);
  return `shardId-${String(createdAt).padStart(20, "0")}-${hash}`;
}

function position(iterator: string): Position {
  try {
    return JSON.parse(Buffer.from(iterator.split("|")[2] ?? "", "base64").toString());
  } catch {
    throw invalid("Invalid ShardIterator");
  }
}

/** The interface writes a record a little differently from what a Lambda function is handed. */
function apiRecord({ eventSourceARN: _, userIdentity, ...record }: StreamRecord): object {
  return {
    ...record,
    ...(userIdentity && {
      userIdentity: { PrincipalId: userIdentity.principalId, Type: userIdentity.type },
    }),
  };
}
