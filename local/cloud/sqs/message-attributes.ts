import { createHash } from "node:crypto";
import * as z from "zod";
import { AwsError } from "../kernel/service.ts";

/** As the JSON protocol writes them: binary values in base64. */
export const messageAttributes = z.record(
  z.string().regex(/^[\w.-]{1,256}$/),
  z.strictObject({
    DataType: z.string(),
    StringValue: z.string().optional(),
    BinaryValue: z.string().optional(),
  }),
);

export type MessageAttributes = z.output<typeof messageAttributes>;
type MessageAttribute = MessageAttributes[string];

const mostAttributes = 10;

/** @throws AwsError InvalidParameterValue in AWS's words */
export function requireValid(attributes: MessageAttributes): void {
  const entries = Object.entries(attributes);
  if (entries.length > mostAttributes) {
    throw invalid(
      `Number of message attributes [${entries.length}] exceeds the allowed maximum [${mostAttributes}].`,
    );
  }
  for (const [name, attribute] of entries) {
    if (!/^(String|Number|Binary)(\.|$)/.test(attribute.DataType)) {
      throw invalid(
        `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
      );
    }
    if (bytesOf(attribute).length === 0) {
      throw invalid(
        `The message attribute '${name}' must contain a non-empty message attribute value for message attribute type '${attribute.DataType}'.`,
      );
    }
  }
}

/** Bytes an attribute counts towards the limit of a message: name, type and value. */
export function sizeOf(attributes: MessageAttributes): number {
  return Object.entries(attributes).reduce(
    (size, [name, attribute]) =>
      size +
      Buffer.byteLength(name) +
      Buffer.byteLength(attribute.DataType) +
      bytesOf(attribute).length,
    0,
  );
}

/**
 * The digest the SDKs compare.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 * @returns undefined when there are no attributes
 */
export function md5OfAttributes(attributes: MessageAttributes): string | undefined {
  const entries = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return undefined;
  const hash = createHash("md5");
  for (const [name, attribute] of entries) {
    hash.update(withLength(Buffer.from(name)));
    hash.update(withLength(Buffer.from(attribute.DataType)));
    hash.update(Buffer.from([isBinary(attribute) ? 2 : 1]));
    hash.update(withLength(bytesOf(attribute)));
  }
  return hash.digest("hex");
}

/** @param names "All", ".*", a name, or a prefix such as "order.*" */
export function selected(
  attributes: MessageAttributes,
  names: readonly string[],
): MessageAttributes {
  const wanted = (name: string) =>
    names.some(
      (each) =>
        each === "All" ||
        each === name ||
        (each.endsWith(".*") && name.startsWith(each.slice(0, -2))),
    );
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => wanted(name)));
}

export function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

function isBinary({ DataType }: MessageAttribute): boolean {
  return DataType.startsWith("Binary");
}

function bytesOf(attribute: MessageAttribute): Buffer {
  return isBinary(attribute)
    ? Buffer.from(attribute.BinaryValue ?? "", "base64")
    : Buffer.from(attribute.StringValue ?? "");
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterValue", message);
}
