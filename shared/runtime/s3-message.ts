import * as z from "zod";

/** The fields of S3's messages that we read («Event message structure», Amazon S3 User Guide), and S3's test message. */
const message = z.union([
  z.object({
    Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })),
  }),
  z.object({ Event: z.literal("s3:TestEvent") }).transform(() => ({ Records: [] })),
]);

/** The keys of the objects that a message of S3's tells of, none of S3's test message. @throws when it is neither */
export function objectKeysIn(messageBody: string): string[] {
  const { Records } = message.parse(JSON.parse(messageBody));
  // S3 writes keys as in a form: blanks as "+", the rest percent-encoded.
  return Records.map(({ s3 }) => decodeURIComponent(s3.object.key.replaceAll("+", " ")));
}
