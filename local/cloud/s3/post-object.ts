/** A browser's upload by form: POST to the bucket, allowed by a signed policy. */
import { AwsError, type Caller } from "../kernel/service.ts";
import {
  type ChecksumAlgorithm,
  checksumAlgorithm,
  checksumHeader,
  checksumHeaders,
  Digests,
  defaultAlgorithm,
} from "./checksums.ts";
import { describeWritten, writeHeaders } from "./object-headers.ts";
import { addObject } from "./object-history.ts";
import type { StoredObject } from "./object-index.ts";
import { readTags } from "./object-tagging.ts";
import { type PostForm, readPostForm } from "./post-form.ts";
import {
  checkExpiration,
  checkPolicy,
  type SizeRange,
  verifyPolicySignature,
} from "./post-policy.ts";
import { prepareWrite } from "./put-object.ts";
import { bytesOf } from "./request-body.ts";
import { type Answer, xmlAnswer } from "./s3-answer.ts";
import { invalidArgument, notImplemented } from "./s3-errors.ts";
import { checkKey, type ObjectAddress, type S3Request } from "./s3-request.ts";
import type { S3State } from "./s3-state.ts";

export function isPostForm({ method, bucket, key, headers }: S3Request): boolean {
  const type = headers["content-type"] ?? "";
  return method === "POST" && bucket !== "" && key === "" && /^multipart\/form-data/i.test(type);
}

export async function postObject(state: S3State, request: S3Request): Promise<Answer> {
  const { context, files } = state;
  const bytes = bytesOf(request.incoming);
  const form = await readPostForm(request.headers["content-type"] ?? "", bytes);
  const fields = fillIn(form, request.bucket);
  const address = { bucket: request.bucket, key: requiredKey(fields) };
  const caller = verifyPolicySignature(fields, context);
  const sizes = checkPolicy(fields, context.clock.millis());
  const headers = headersOf(fields);
  const { headers: stored, tags } = prepareWrite(state, { caller, headers }, address);

  const algorithm = algorithmOf(fields);
  const digests = new Digests([algorithm]);
  const file = await files.write(withinLimit(form.file, sizes.maximum), digests);
  try {
    if (state.endsLateForms) checkExpiration(fields, context.clock.millis());
    checkMinimum(digests.size, sizes);
    checkChecksum(fields, digests, algorithm);
  } catch (error) {
    files.discard(file);
    throw error;
  }
  const added = addObject(state, {
    ...address,
    cause: causeOf(request, caller),
    eventName: "ObjectCreated:Post",
    object: {
      file,
      size: digests.size,
      headers: stored,
      tags,
      etag: digests.of("MD5").toString("hex"),
      checksum: digests.checksum(algorithm),
    },
  });
  return answer(state, address, fields, added);
}

function causeOf({ id, incoming }: S3Request, { accessKeyId }: Caller) {
  return {
    requestId: id,
    principalId: `AWS:${accessKeyId}`,
    sourceIp: incoming.socket.remoteAddress ?? "127.0.0.1",
  };
}

type Fields = ReadonlyMap<string, string>;

/** The fields with ${filename} filled in, and the bucket that is addressed. */
function fillIn({ fields, filename }: PostForm, bucket: string): Map<string, string> {
  // Some browsers send the whole path.
  const name = filename.split(/[/\\]/).at(-1) ?? "";
  const filled = [...fields].map(
    ([field, value]) =>
      // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's variable, not ours.
      [field, field === "policy" ? value : value.replaceAll("${filename}", () => name)] as const,
  );
  const claimed = fields.get("bucket") ?? bucket;
  if (claimed !== bucket) {
    throw invalidArgument("The bucket of the form is not the one addressed.", "bucket", claimed);
  }
  return new Map([...filled, ["bucket", bucket]]);
}

function requiredKey(fields: Fields): string {
  const key = fields.get("key");
  if (!key) {
    throw invalidArgument(
      "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.",
      "key",
      "",
    );
  }
  checkKey(key);
  return key;
}

const formFields = new Set([
  ...["acl", "bucket", "cache-control", "content-disposition", "content-encoding"],
  ...["content-language", "content-type", "expires", "key", "policy", "success_action_redirect"],
  ...["success_action_status", "tagging", "x-amz-algorithm", "x-amz-credential", "x-amz-date"],
  ...["x-amz-security-token", "x-amz-signature", "x-amz-checksum-algorithm"],
]);

/** The fields as the headers a PUT would have. @throws AwsError NotImplemented for a field that would be ignored */
function headersOf(fields: Fields): Record<string, string> {
  const isKnown = (name: string) =>
    formFields.has(name) ||
    name.startsWith("x-ignore-") ||
    checksumHeaders.includes(name) ||
    writeHeaders.some(
      (known) => name === known || (known.endsWith("*") && name.startsWith(known.slice(0, -1))),
    );
  const unknown = [...fields.keys()].find((name) => name.startsWith("x-amz-") && !isKnown(name));
  if (unknown) throw notImplemented(`the form field ${unknown}`);
  const renamed: Readonly<Record<string, string>> = { acl: "x-amz-acl" };
  const headers = [...fields]
    // Node reads and writes headers byte by byte.
    .map(
      ([name, value]) => [renamed[name] ?? name, Buffer.from(value).toString("latin1")] as const,
    );
  const tagging = fields.get("tagging");
  return {
    ...Object.fromEntries(headers),
    ...(tagging === undefined ? {} : { "x-amz-tagging": taggingHeader(tagging) }),
  };
}

/** A form carries its tags as XML, a PUT as "a=1&b=2". */
function taggingHeader(document: string): string {
  const parameters = new URLSearchParams();
  for (const { key, value } of readTags(document)) parameters.append(key, value);
  return parameters.toString();
}

async function* withinLimit(file: AsyncIterable<Buffer>, maximum: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of file) {
    size += chunk.length;
    if (size > maximum) {
      throw new AwsError(
        "EntityTooLarge",
        "Your proposed upload exceeds the maximum allowed size",
        { extra: { ProposedSize: size, MaxSizeAllowed: maximum } },
      );
    }
    yield chunk;
  }
}

function checkMinimum(size: number, { minimum }: SizeRange): void {
  if (size >= minimum) return;
  throw new AwsError(
    "EntityTooSmall",
    "Your proposed upload is smaller than the minimum allowed size",
    { extra: { ProposedSize: size, MinSizeAllowed: minimum } },
  );
}

function algorithmOf(fields: Fields): ChecksumAlgorithm {
  const header = checksumHeaders.find((name) => fields.has(name));
  const name = fields.get("x-amz-checksum-algorithm") ?? header?.slice("x-amz-checksum-".length);
  return name ? checksumAlgorithm(name) : defaultAlgorithm;
}

function checkChecksum(fields: Fields, digests: Digests, algorithm: ChecksumAlgorithm): void {
  const claimed = fields.get(checksumHeader(algorithm));
  if (claimed !== undefined && claimed !== digests.checksum(algorithm).value) {
    throw new AwsError(
      "BadDigest",
      `The ${algorithm} you specified did not match the calculated checksum.`,
    );
  }
}

function answer(
  { context, index }: S3State,
  { bucket, key }: ObjectAddress,
  fields: Fields,
  added: StoredObject,
): Answer {
  const path = key.split("/").map(encodeURIComponent).join("/");
  const location = `${context.endpoint()}/${bucket}/${path}`;
  const etag = `"${added.etag}"`;
  const headers = { ...describeWritten(index.bucket(bucket), added), location };
  const redirect = redirection(fields.get("success_action_redirect"), { bucket, key, etag });
  if (redirect) return { status: 303, headers: { ...headers, location: redirect } };
  switch (fields.get("success_action_status")) {
    case "200":
      return { status: 200, headers };
    case "201": {
      const document = { Location: location, Bucket: bucket, Key: key, ETag: etag };
      return { ...xmlAnswer("PostResponse", document, headers), status: 201 };
    }
    default:
      return { status: 204, headers };
  }
}

/** S3 ignores a redirect it cannot read. */
function redirection(
  target: string | undefined,
  parameters: Readonly<Record<string, string>>,
): string | undefined {
  if (!target || !URL.canParse(target)) return undefined;
  const url = new URL(target);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.append(name, value);
  return url.href;
}
