import { RemovalPolicy } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";

/** Encrypts the secrets of sessions, see shared/session/session-key.ts. */
export class SessionKey extends Construct {
  readonly #key: Key;

  constructor(scope: Construct) {
    super(scope, "session-key");
    this.#key = new Key(this, "key", {
      description: "Kartu ASN: seals refresh tokens of sessions",
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
