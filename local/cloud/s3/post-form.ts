import { AwsError } from "../kernel/service.ts";
import { ByteReader, crlf } from "./byte-reader.ts";
import { invalidArgument } from "./s3-errors.ts";

/** S3's limit for everything before the file. */
const fieldsLimitBytes = 20 * 1024;
const headEnd = Buffer.from("\r\n\r\n");

export interface PostForm {
  /** By name in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  readonly filename: string;
  /** To be read once. What follows the file S3 ignores. */
  readonly file: AsyncIterable<Buffer>;
}

/**
 * Reads a multipart/form-data body up to its file, which stays a stream.
 * @throws AwsError MalformedPOSTRequest, MaxPostPreDataLengthExceeded, InvalidArgument (no file, a field twice)
 */
export async function readPostForm(
  contentType: string,
  body: AsyncIterable<Buffer>,
): Promise<PostForm> {
  const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (!name) throw malformed();
  const delimiter = Buffer.from(`\r\n--${name}`);
  const reader = new ByteReader(withLeadingLineEnd(body));
  const fields = new Map<string, string>();
  let left = fieldsLimitBytes;
  await reader.readUntil(delimiter, left);
  for (;;) {
    const afterDelimiter = await reader.line();
    if (afterDelimiter.startsWith("--")) throw fileMissing();
    const head = readHead((await reader.readUntil(headEnd, left)).toString());
    if (head.name === "file") {
      return { fields, filename: head.filename, file: reader.until(delimiter) };
    }
    const value = await reader.readUntil(delimiter, left);
    left -= value.length;
    if (fields.has(head.name)) {
      throw invalidArgument(
        `POST requires exactly one field named ${head.name}.`,
        head.name,
        value.toString(),
      );
    }
    fields.set(head.name, value.toString());
  }
}

/** So that the first boundary looks like all others. */
async function* withLeadingLineEnd(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield crlf;
  yield* body;
}

function readHead(head: string): { name: string; filename: string } {
  const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1] ?? "";
  const name = /(?:^|[;\s])name="([^"]*)"/i.exec(disposition)?.[1];
  if (!name) throw malformed();
  const filename = /[;\s]filename="([^"]*)"/i.exec(disposition)?.[1] ?? "";
  return { name: unescapeQuotes(name).toLowerCase(), filename: unescapeQuotes(filename) };
}

/** Browsers escape what would end the quoted text (WHATWG, multipart/form-data encoding). */
function unescapeQuotes(text: string): string {
  return text.replace(/%22/g, '"').replace(/%0D/g, "\r").replace(/%0A/g, "\n");
}

function malformed(): AwsError {
  return new AwsError(
    "MalformedPOSTRequest",
    "The body of your POST request is not well-formed multipart/form-data.",
  );
}

function fileMissing(): AwsError {
  return invalidArgument("POST requires exactly one file upload per request.", "file", "0");
}
