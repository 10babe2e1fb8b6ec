/** Our checking side of Signature Version 4 against the signing side of AWS's own SDK. */
import { S3Client } from "@aws-sdk/client-s3";
import { SignatureV4 } from "@smithy/signature-v4";
import { array, assert, asyncProperty, constantFrom, nat, string } from "fast-check";
import { expect, test } from "vitest";
import { CloudClock } from "../../kernel/clock.ts";
import { AwsError } from "../../kernel/service.ts";
import { type SignedRequest, verifySignature } from "../../kernel/sigv4.ts";

const [accessKeyId, secretAccessKey, region] = ["KEY", "secret", "ap-southeast-3"];
const context = {
  clock: new CloudClock(),
  region,
  secretOf: (id: string) => (id === accessKeyId ? secretAccessKey : undefined),
};

const { sha256 } = new S3Client({ region }).config;
const signer = new SignatureV4({
  ...{ credentials: { accessKeyId, secretAccessKey }, region, service: "s3", sha256 },
  uriEscapePath: false,
});

/** Letters that are encoded in one place and not in another. */
const key = array(constantFrom(..."aé~'(*!%+ =&:@/$,."), { minLength: 1, maxLength: 12 });

test("what AWS's signer signs or presigns is accepted, whatever its letters", async () => {
  await assert(
    asyncProperty(key, string(), async (letters, value) => {
      const asked = aRequest(letters.join(""), value);
      expect(check(await signer.sign(asked))).toBe("accepted");
      expect(check(await signer.presign(asked, { expiresIn: 60 }))).toBe("accepted");
    }),
  );
});

test("the same with one letter changed is refused", async () => {
  await assert(
    asyncProperty(key, nat(), async (letters, at) => {
      const name = letters.join("");
      const position = at % name.length;
      const other = `${name.slice(0, position)}z${name.slice(position + 1)}`;
      const signed = await signer.sign(aRequest(name, "x"));
      const presigned = await signer.presign(aRequest(name, "x"), { expiresIn: 60 });
      for (const each of [signed, presigned])
        expect(check({ ...each, path: pathOf(other) })).toBe("SignatureDoesNotMatch");
    }),
  );
});

type Signed = Awaited<ReturnType<typeof signer.sign>>;

function aRequest(name: string, value: string) {
  return {
    ...{ method: "GET", protocol: "http:", hostname: "localhost", path: pathOf(name) },
    query: { prefix: value, "max-keys": "2", empty: "" },
    headers: {
      host: "localhost:1",
      "content-type": " text/plain;   charset=utf-8 ",
      "x-amz-content-sha256": "UNSIGNED-PAYLOAD",
    },
  };
}

function pathOf(name: string): string {
  return `/bucket/${name.split("/").map(encoded).join("/")}`;
}

/** As AWS's clients write keys into paths. */
function encoded(text: string): string {
  const hex = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, hex);
}

function check({ method, path, query = {}, headers }: Signed): string {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${encoded(name)}=${encoded(String(value))}`,
  );
  const request: SignedRequest = { method, url: `${path}?${pairs.join("&")}`, headers };
  try {
    return verifySignature(request, context)?.accessKeyId === accessKeyId ? "accepted" : "unsigned";
  } catch (error) {
    if (error instanceof AwsError) return error.code;
    throw error;
  }
}
