import { CfnOutput, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";

/** Signs the seals of the history (decision 0046), and nothing else: a signature of it is a seal. */
export class SealKey extends Construct {
  readonly #key: Key;

  constructor(scope: Construct) {
    super(scope, "seal-key");
    this.#key = new Key(this, "key", {
      description: "Kartu ASN: signs the seals of the history",
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    new CfnOutput(Stack.of(this), "SealKey", { value: this.#key.keyArn });
  }

  /** sign. */
  grantSign(to: NodeFunction): void {
    to.allow(["kms:Sign"], [this.#key.keyArn], {
      conditions: { StringEquals: { "kms:SigningAlgorithm": "ECDSA_SHA_256" } },
    });
    to.set("SEAL_KEY", this.#key.keyArn);
  }
}
