import { CfnOutput, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";

/**
 * For the signed payload that lets a card be checked offline. It exists before there is a use, because its public half
 * has to be known to verifiers long before the first card carries a signature. No function may use it yet.
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
