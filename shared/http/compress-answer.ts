/**
 * Answers in brotli or gzip. CloudFront compresses only what it may cache, and it caches none of ours ("Serve compressed
 * files", "Understand cache policies"), so the functions do it: docs/decisions/0015-first-view.md, also on BREACH.
 */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { SentAnswer } from "./answers.ts";

const encoders = {
  // Level 5 of 11: a tenth larger than the best, at a hundredth of its time.
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};
type Encoding = keyof typeof encoders;

/** Bytes. A smaller answer saves no more than the header costs. CloudFront has the same rule for pages. */
const smallest = 1000;

/**
 * The same answer in the best encoding that the browser takes; images and short answers as they are.
 * @param acceptEncoding the browser's own header, "gzip, deflate, br"
 */
export async function compressAnswer(
  answer: SentAnswer,
  acceptEncoding: string,
): Promise<SentAnswer> {
  const { headers = {}, body = "", isBase64Encoded } = answer;
  if (isBase64Encoded || Buffer.byteLength(body) < smallest) return answer;
  // An answer without encoding has it too, because the header decided that.
  const varied = { ...headers, vary: "accept-encoding" };
  const encoding = bestEncoding(acceptEncoding);
  if (!encoding) return { ...answer, headers: varied };
  const bytes = await encoders[encoding](Buffer.from(body));
  return {
    ...answer,
    headers: { ...varied, "content-encoding": encoding },
    body: bytes.toString("base64"),
    isBase64Encoded: true,
  };
}

/** RFC 9110, 12.5.3: an encoding that is named without `q=0` is accepted. No browser that reads brotli sends "*". */
function bestEncoding(acceptEncoding: string): Encoding | undefined {
  const taken = acceptEncoding
    .toLowerCase()
    .split(",")
    .filter((each) => !/;\s*q=0(\.0*)?\s*$/.test(each))
    .map((each) => each.split(";", 1)[0]?.trim());
  return (["br", "gzip"] as const).find((each) => taken.includes(each));
}
