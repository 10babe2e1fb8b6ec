import * as z from "zod";
import { workChallenge } from "#shared/captcha/captcha.ts";
import { fieldCodes, refusalCodes, untoldCodes } from "#shared/runtime/codes.ts";

/** RFC 9457, plus our stable `code` (keys the texts) and a short `reference` to read out on the phone (D-30). */
export const problem = z.strictObject({
  type: z.string(),
  status: z.int(),
  code: z.enum([...refusalCodes, ...untoldCodes]),
  reference: z.string(),
  problems: z
    .array(
      z.strictObject({
        field: z.string(),
        code: z.enum(fieldCodes),
        params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
      }),
    )
    .readonly()
    .exactOptional(),
  retryAfterSeconds: z.number().exactOptional(),
  /** With `work-required`: the client sends the same request again with the answer of this. */
  work: workChallenge.exactOptional(),
});
export type Problem = z.infer<typeof problem>;
