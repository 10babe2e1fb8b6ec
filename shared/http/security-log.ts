/**
 * The security log: one line for each request that was refused, for each login, logout and change of a password or authenticator,
 * and for each search of records. A line says who, from where, which route and with what outcome. It has no NIP and no address,
 * only their keyed hashes.
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

/** Writes the request's line, if it has one. It never throws, so that an answer does not depend on the log's key. */
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

/** @returns undefined for errors that are no refusal: a bug, or invalid input */
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
