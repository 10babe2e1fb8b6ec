/**
 * AWS Signature Version 4A, the checking side: the same canonical request, signed with a key pair that is derived from the
 * secret, and valid in a set of regions instead of one. (IAM User Guide, "AWS Signature Version 4 for API requests"; the
 * derivation is NIST SP 800-108 in counter mode, as AWS's open SDKs write it.)
 */
import {
  createECDH,
  createHash,
  createHmac,
  createPublicKey,
  type KeyObject,
  verify,
} from "node:crypto";

/** The order of P-256. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const algorithm = "AWS4-ECDSA-P256-SHA256";

/** What was signed, and by whom. */
export interface AsymmetricClaim {
  readonly accessKeyId: string;
  readonly date: string;
  /** "20261126/cloudfront-keyvaluestore/aws4_request" */
  readonly scope: string;
  readonly canonicalRequest: string;
  /** DER, in hex. */
  readonly signature: string;
}

/** Whether the holder of this secret signed it. */
export function isSignedBy(secret: string, claim: AsymmetricClaim): boolean {
  const { accessKeyId, date, scope, canonicalRequest, signature } = claim;
  const hash = createHash("sha256").update(canonicalRequest).digest("hex");
  const toSign = [algorithm, date, scope, hash].join("\n");
  const key = publicKey(accessKeyId, secret);
  return verify("sha256", Buffer.from(toSign), key, Buffer.from(signature, "hex"));
}

function publicKey(accessKeyId: string, secret: string): KeyObject {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(privateKey(accessKeyId, secret));
  const point = pair.getPublicKey();
  const x = point.subarray(1, 33).toString("base64url");
  const y = point.subarray(33).toString("base64url");
  return createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
}

/** The first candidate that is a key of the curve. */
function privateKey(accessKeyId: string, secret: string): Buffer {
  for (let counter = 1; counter < 255; counter++) {
    const input = Buffer.concat([
      Buffer.from([0, 0, 0, 1]),
      Buffer.from(algorithm),
      Buffer.from([0]),
      Buffer.from(accessKeyId),
      Buffer.from([counter]),
      Buffer.from([0, 0, 1, 0]),
    ]);
    const candidate = createHmac("sha256", `AWS4A${secret}`).update(input).digest("hex");
    const number = BigInt(`0x${candidate}`);
    if (number <= order - 2n)
      return Buffer.from((number + 1n).toString(16).padStart(64, "0"), "hex");
  }
  throw new Error("No key can be derived from this secret.");
}
