import { createHash } from "node:crypto";
import { canonical, type Item, itemSize } from "./attribute-value.ts";
import type { StreamViewType } from "./table.ts";

/** Who made a change when it was not a caller: time to live. */
export interface UserIdentity {
  readonly principalId: "dynamodb.amazonaws.com";
  readonly type: "Service";
}

/** A record as a Lambda function is handed it in `event.Records`. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: "INSERT" | "MODIFY" | "REMOVE";
  readonly eventVersion: "1.1";
  readonly eventSource: "aws:dynamodb";
  readonly awsRegion: string;
  readonly eventSourceARN: string;
  readonly dynamodb: {
    /** Epoch seconds. */
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Item;
    readonly NewImage?: Item;
    readonly OldImage?: Item;
    /** 21 digits: the order of texts is the order of numbers. */
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: StreamViewType;
  };
  readonly userIdentity?: UserIdentity;
}

export interface ItemChange {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** A write that leaves an item as it was makes no record. */
export function isChange({ before, after }: ItemChange): boolean {
  return canonical(before) !== canonical(after);
}

export function streamRecord(
  { before, after }: ItemChange,
  about: {
    readonly streamArn: string;
    readonly view: StreamViewType;
    readonly region: string;
    readonly keyNames: readonly string[];
    readonly sequenceNumber: string;
    readonly epochSeconds: number;
    readonly userIdentity: UserIdentity | undefined;
  },
): StreamRecord {
  const { streamArn, view, region, keyNames, sequenceNumber, epochSeconds, userIdentity } = about;
  const keys = pick(after ?? before ?? {}, keyNames);
  const newImage = view === "NEW_IMAGE" || view === "NEW_AND_OLD_IMAGES" ? after : undefined;
  const oldImage = view === "OLD_IMAGE" || view === "NEW_AND_OLD_IMAGES" ? before : undefined;
  return {
    eventID: createHash("md5").update(`${streamArn} ${sequenceNumber}`).digest("hex"),
    eventName: eventName({ before, after }),
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: region,
    eventSourceARN: streamArn,
    dynamodb: {
      ApproximateCreationDateTime: epochSeconds,
      Keys: keys,
      ...(newImage && { NewImage: newImage }),
      ...(oldImage && { OldImage: oldImage }),
      SequenceNumber: sequenceNumber,
      SizeBytes: itemSize(keys) + itemSize(newImage ?? {}) + itemSize(oldImage ?? {}),
      StreamViewType: view,
    },
    ...(userIdentity && { userIdentity }),
  };
}

function eventName({ before, after }: ItemChange): StreamRecord["eventName"] {
  if (!before) return "INSERT";
  return after ? "MODIFY" : "REMOVE";
}

export function pick(item: Item, names: readonly string[]): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
}
