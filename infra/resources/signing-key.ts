import { CfnOutput, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import type { Settings } from "../settings.ts";

/**
 * Signs what an offline verifier reads of a card (decision 0072). There are two keys, so that verifiers know the next one long before it
 * signs; which of them signs, or none, is a setting. So it is with what became of cards, by two keys more.
 */
export class SigningKey extends Construct {
  readonly #keys: Readonly<Record<"first" | "second", Key>>;
  /** Sign the status lists: whoever may sign cards cannot say that one is valid again (decision 0075). */
  readonly #statusKeys: Readonly<Record<"first" | "second", Key>>;
  readonly #signs: Settings["signingKey"];
  readonly #signsStatus: Settings["statusKey"];

  constructor(
    scope: Construct,
    { signingKey, statusKey }: Pick<Settings, "signingKey" | "statusKey">,
  ) {
    super(scope, "signing-key");
    this.#keys = {
      first: this.#made("key", "SigningKey"),
      second: this.#made("second", "SecondSigningKey"),
    };
    const states = "signs what became of cards";
    this.#statusKeys = {
      first: this.#made("status", "StatusKey", states),
      second: this.#made("second-status", "SecondStatusKey", states),
    };
    this.#signs = signingKey;
    this.#signsStatus = statusKey;
  }

  #made(id: string, output: string, does = "signs what an offline verifier reads"): Key {
    const key = new Key(this, id, {
      description: `Kartu ASN: ${does}`,
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    new CfnOutput(Stack.of(this), output, { value: key.keyArn });
    return key;
  }

  /** Says whether cards are signed. */
  tell(to: NodeFunction): void {
    to.set("SIGNS_CARDS", String(this.#signs !== "none"));
  }

  /** kid, sign: of the key that signs alone. With none the function has no right to either. */
  grantSign(to: NodeFunction): void {
    // Both, whichever signs: CloudFormation deletes no export that another stack still imports, so the setting could not be changed.
    to.set("FIRST_SIGNING_KEY", this.#keys.first.keyArn);
    to.set("SECOND_SIGNING_KEY", this.#keys.second.keyArn);
    to.set("SIGNING_KEY", this.#signs);
    // Of the stack whose function signs: what is deployed, not what is to be.
    new CfnOutput(Stack.of(to), "SigningKeyInUse", { value: this.#signs });
    if (this.#signs === "none") return;
    const { keyArn } = this.#keys[this.#signs];
    to.allow(["kms:GetPublicKey"], [keyArn]);
    to.allow(["kms:Sign"], [keyArn], {
      conditions: {
        StringEquals: { "kms:SigningAlgorithm": "ECDSA_SHA_256", "kms:MessageType": "RAW" },
      },
    });
  }

  /** kid, sign: of the key alone that signs the status lists. */
  grantSignStatus(to: NodeFunction): void {
    // As of the keys of cards: both, and which one is an output of the stack whose function signs.
    to.set("FIRST_STATUS_KEY", this.#statusKeys.first.keyArn);
    to.set("SECOND_STATUS_KEY", this.#statusKeys.second.keyArn);
    to.set("STATUS_KEY", this.#signsStatus);
    new CfnOutput(Stack.of(to), "StatusKeyInUse", { value: this.#signsStatus });
    const { keyArn } = this.#statusKeys[this.#signsStatus];
    to.allow(["kms:GetPublicKey"], [keyArn]);
    to.allow(["kms:Sign"], [keyArn], {
      conditions: {
        StringEquals: { "kms:SigningAlgorithm": "ECDSA_SHA_256", "kms:MessageType": "DIGEST" },
      },
    });
  }
}
