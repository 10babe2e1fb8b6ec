/**
 * The security log: one line for each request that was refused, for each that opened, changed or ended somebody's
 * way in, and for each search of records. Who, from where, to what, with what outcome; never a NIP or an address, only their keyed hashes.
 */
import { ExpectedError, InvalidInput } from "#shared/runtime/errors.ts";
import { type DerivedKeys, keyedHash } from "#shared/runtime/keyed-hash.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import type { HttpRequest } from "./http-request.ts";

interface Line {
  readonly requestId: string;
  readonly method: string;
  /** The route's pattern. */
  readonly route: string;
  readonly status: number | undefined;
  readonly reference: string;
}

/** Writes the request's line, if it is to have one. Never fails: an answer does not wait for the log's key to be there. */
export async function logSecurity(
  hmacKey: Pick<DerivedKeys, "derive">,
  request: HttpRequest,
  error: unknown,
  line: Line,
): Promise<void> {
  const { actor, nip, outcome } = request.facts;
  const refusal = refusalOf(error);
  if (!refusal && (error || !outcome)) return;
  const hashes = await hashesOf(hmacKey, { nip, network: request.network });
  const fields = { ...line, actor, ...hashes, outcome: refusal ?? outcome };
  logger.info(refusal ? "security.refused" : "security.done", fields);
}

/** @returns undefined for what is no refusal: a bug, or a form that was not filled in rightly */
function refusalOf(error: unknown): string | undefined {
  if (error instanceof InvalidInput)
    return error.problems.find(({ code }) => code === "captcha-refused")?.code;
  return error instanceof ExpectedError ? error.code : undefined;
}

async function hashesOf(
  hmacKey: Pick<DerivedKeys, "derive">,
  { nip, network }: { nip: string | undefined; network: string },
): Promise<{ nip?: string; network?: string }> {
  try {
    const key = await hmacKey.derive("log");
    return {
      ...(nip && { nip: keyedHash(key, `nip ${nip}`) }),
      network: keyedHash(key, `network ${network}`),
    };
  } catch (error) {
    logger.warn("security.key-missing", errorFields(error));
    return {};
  }
}
