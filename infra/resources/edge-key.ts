import { CfnOutput, SecretValue, Stack } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import { acknowledge } from "../constructs/acknowledge.ts";
import type { NodeFunction } from "../constructs/node-function.ts";
import type { Settings } from "../settings.ts";

/** What CloudFront adds to each request for the API, so that nobody calls it around the firewall; see shared/http/edge-key.ts. */
export class EdgeKey extends Construct {
  readonly #value: Secret;
  readonly #version: string | undefined;

  constructor(scope: Construct, { edgeKeyVersion }: Pick<Settings, "edgeKeyVersion">) {
    super(scope, "edge-key");
    this.#version = edgeKeyVersion;
    this.#value = new Secret(this, "value", {
      description: "Kartu ASN: the header by which the API knows requests of CloudFront",
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    acknowledge(this.#value, {
      "AwsSolutions-SMG4":
        "CloudFront takes a new value only with a deployment, so an operator changes it (docs/operations.md).",
    });
    new CfnOutput(Stack.of(this), "EdgeKey", { value: this.#value.secretArn });
  }

  /** sent. */
  grantCheck(to: NodeFunction): void {
    to.allow(["secretsmanager:GetSecretValue"], [this.#value.secretArn]);
    to.set("EDGE_KEY", this.#value.secretArn);
  }

  /**
   * The header for the origin. CloudFormation reads the value when it updates the distribution; the template has only this
   * reference, and the version in it makes a new value a change («Get a secret or secret value from Secrets Manager», CloudFormation).
   */
  get header(): Record<string, string> {
    const options = this.#version ? { versionId: this.#version } : {};
    const value = SecretValue.secretsManager(this.#value.secretArn, options);
    // It unwraps the reference, not the value.
    return { "X-Kartu-Edge": value.unsafeUnwrap() };
  }
}
