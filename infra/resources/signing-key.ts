import { CfnOutput, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";

/**
 * For the signed payload with which a card can be checked offline. It is made before it is used, because verifiers need its
 * public key long before the first card has a signature. No function may use it yet.
 */
export class SigningKey extends Construct {
  constructor(scope: Construct) {
    super(scope, "signing-key");
    const key = new Key(this, "key", {
      description: "Kartu ASN: signs what an offline verifier reads",
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    new CfnOutput(Stack.of(this), "SigningKey", { value: key.keyArn });
  }
}
