import { createPublicKey, type JsonWebKey, verify } from "node:crypto";

export interface JwtAuthorizer {
  readonly issuer: string;
  readonly audience: readonly string[];
}

export interface AuthorizedToken {
  readonly claims: Record<string, string>;
  readonly scopes: string[] | null;
}

/**
 * Checks a bearer token as API Gateway's JWT authorizer does.
 * @param keysOf fetches the key set of an issuer
 * @returns undefined when the token is not to be trusted
 */
export async function authorizeToken(
  header: string | undefined,
  { issuer, audience }: JwtAuthorizer,
  { keysOf, now }: { keysOf: (issuer: string) => Promise<readonly JsonWebKey[]>; now: Date },
): Promise<AuthorizedToken | undefined> {
  const token = (header ?? "").replace(/^Bearer /i, "");
  const [head = "", payload = "", signature = ""] = token.split(".");
  const parsedHead = readPart(head);
  const claims = readPart(payload);
  if (!claims || parsedHead?.alg !== "RS256") return undefined;
  const key = (await keysOf(issuer)).find(({ kid }) => kid === parsedHead.kid);
  if (!key) return undefined;
  const isSigned = verify(
    "RSA-SHA256",
    Buffer.from(`${head}.${payload}`),
    createPublicKey({ key, format: "jwk" }),
    Buffer.from(signature, "base64url"),
  );
  const isCurrent = Number(claims.exp) * 1000 > now.getTime();
  const isMeant =
    claims.iss === issuer && audience.includes(String(claims.aud ?? claims.client_id));
  if (!isSigned || !isCurrent || !isMeant) return undefined;
  const scopes = typeof claims.scope === "string" ? claims.scope.split(" ") : null;
  return { claims: Object.fromEntries(Object.entries(claims).map(asText)), scopes };
}

function readPart(part: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString());
  } catch {
    return undefined;
  }
}

/** API Gateway hands claims on as text, lists as "[a b]". */
function asText([name, value]: [string, unknown]): [string, string] {
  return [name, Array.isArray(value) ? `[${value.join(" ")}]` : String(value)];
}
