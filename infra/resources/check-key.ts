import { RemovalPolicy } from "aws-cdk-lib";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";

/**
 * Makes the cards' Kode Periksa; see shared/card/check-code-signer.ts. It is another key than token-key: who may check codes by
 * hand must not be able to make the token of a QR.
 */
export class CheckKey extends Construct {
  readonly #key: Key;

  constructor(scope: Construct) {
    super(scope, "check-key");
    // KMS does not rotate HMAC keys. With a new key the codes on printed cards would be wrong.
    this.#key = new Key(this, "key", {
      description: "Kartu ASN: makes the codes for checking a card by hand",
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }

  /** code. */
  grantCode(to: NodeFunction): void {
    to.allow(["kms:GenerateMac"], [this.#key.keyArn]);
    to.set("CHECK_KEY", this.#key.keyArn);
  }
}
