import { RemovalPolicy } from "aws-cdk-lib";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";

/** Makes the tokens of the cards' QR codes; see shared/card/card-token-signer.ts. */
export class TokenKey extends Construct {
  readonly #key: Key;

  constructor(scope: Construct) {
    super(scope, "token-key");
    // KMS does not rotate HMAC keys. With a new key every card would get a new token and be drawn again.
    this.#key = new Key(this, "key", {
      description: "Kartu ASN: makes the tokens in the cards' QR codes",
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }

  /** token. */
  grantToken(to: NodeFunction): void {
    to.allow(["kms:GenerateMac"], [this.#key.keyArn]);
    to.set("TOKEN_KEY", this.#key.keyArn);
  }
}
