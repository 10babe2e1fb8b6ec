import { RemovalPolicy } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";

/** Seals the keys of authenticators in the account table (decision 0033); see shared/runtime/sealing-key.ts. */
export class AuthenticatorKey extends Construct {
  readonly #key: Key;

  constructor(scope: Construct) {
    super(scope, "authenticator-key");
    this.#key = new Key(this, "key", {
      description: "Kartu ASN: seals the keys of authenticators",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }

  /** seal, open: only for a named account. */
  grantSeal(to: NodeFunction): void {
    to.allow(["kms:Encrypt", "kms:Decrypt"], [this.#key.keyArn], {
      conditions: { Null: { "kms:EncryptionContext:account": "false" } },
    });
    to.set("AUTHENTICATOR_KEY", this.#key.keyArn);
  }
}
