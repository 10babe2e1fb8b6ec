import { RemovalPolicy } from "aws-cdk-lib";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";

/** The root of all keyed hashes: of NIPs and networks in the log, of challenges, of devices; see shared/runtime/hmac-key.ts. */
export class HmacKey extends Construct {
  readonly #key: Key;

  constructor(scope: Construct) {
    super(scope, "hmac-key");
    // KMS does not rotate HMAC keys. With a new key, older and newer log lines could not be joined.
    this.#key = new Key(this, "key", {
      description: "Kartu ASN: derives the keys of hashes in the log, of challenges and of devices",
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }

  /** derive. */
  grantDerive(to: NodeFunction): void {
    to.allow(["kms:GenerateMac"], [this.#key.keyArn]);
    to.set("HMAC_KEY", this.#key.keyArn);
  }
}
