import { RemovalPolicy } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";

/** Seals an authenticator's key while its registration is on the page; see shared/runtime/sealing-key.ts. */
export class SessionKey extends Construct {
  readonly #key: Key;

  constructor(scope: Construct) {
    super(scope, "session-key");
    this.#key = new Key(this, "key", {
      description: "Kartu ASN: seals secrets of logins",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }

  /** seal, open: only for a named owner. */
  grantSeal(to: NodeFunction): void {
    to.allow(["kms:Encrypt", "kms:Decrypt"], [this.#key.keyArn], {
      conditions: { Null: { "kms:EncryptionContext:owner": "false" } },
    });
    to.set("SESSION_KEY", this.#key.keyArn);
  }
}
