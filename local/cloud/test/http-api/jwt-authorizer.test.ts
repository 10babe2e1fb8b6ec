import { createSign, generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { authorizeToken } from "../../http-api/jwt-authorizer.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const keys = [{ ...publicKey.export({ format: "jwk" }), kid: "k" }];
const now = new Date("2026-11-21T08:00:00Z");
const claims = {
  iss: "https://issuer.example",
  aud: "client",
  exp: now.getTime() / 1000 + 60,
  groups: ["a", "b"],
  scope: "read write",
};

function token(payload: object, head: object = { alg: "RS256", kid: "k" }): string {
  const parts = [head, payload].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  const signature = createSign("RSA-SHA256").update(parts.join(".")).sign(privateKey, "base64url");
  return `Bearer ${parts.join(".")}.${signature}`;
}

const authorize = (header: string | undefined) =>
  authorizeToken(
    header,
    { issuer: "https://issuer.example", audience: ["client"] },
    { keysOf: async () => keys, now },
  );

test("a good token's claims are handed on as text", async () => {
  expect(await authorize(token(claims))).toMatchObject({
    claims: { aud: "client", groups: "[a b]" },
    scopes: ["read", "write"],
  });
});

test.each([
  ["none", undefined],
  ["one that is no token", "Bearer x"],
  ["one that is over", token({ ...claims, exp: now.getTime() / 1000 })],
  ["one of another issuer", token({ ...claims, iss: "https://evil.example" })],
  ["one for another client", token({ ...claims, aud: "other" })],
  ["one signed with a key that is not known", token(claims, { alg: "RS256", kid: "other" })],
  ["one that says it needs no signature", token(claims, { alg: "none", kid: "k" })],
  ["one that was changed", token(claims).replace(/\.[^.]+\./, ".e30.")],
])("%s opens nothing", async (_, header) => {
  expect(await authorize(header)).toBeUndefined();
});
