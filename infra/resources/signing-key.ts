import { CfnOutput, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import type { Settings } from "../settings.ts";

/**
 * Signs what an offline verifier reads of a card (decision 0072). There are two keys, so that verifiers know the next one long before it
 * signs; which of them signs, or none, is a setting.
 */
export class SigningKey extends Construct {
  readonly #signs: Key | undefined;

  constructor(scope: Construct, { signingKey }: Pick<Settings, "signingKey">) {
    super(scope, "signing-key");
    const keys = {
      first: this.#made("key", "SigningKey"),
      second: this.#made("second", "SecondSigningKey"),
    };
    this.#signs = signingKey === "none" ? undefined : keys[signingKey];
  }

  #made(id: string, output: string): Key {
    const key = new Key(this, id, {
      description: "Kartu ASN: signs what an offline verifier reads",
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    new CfnOutput(Stack.of(this), output, { value: key.keyArn });
    return key;
  }

  /** sign. Without a key that signs the function has no right and no setting, and cards have no signature. */
  grantSign(to: NodeFunction): void {
    if (!this.#signs) return;
    to.allow(["kms:Sign"], [this.#signs.keyArn], {
      conditions: {
        StringEquals: { "kms:SigningAlgorithm": "ECDSA_SHA_256", "kms:MessageType": "RAW" },
      },
    });
    to.set("SIGNING_KEY", this.#signs.keyArn);
  }
}
