import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { hostedZone } from "../resources/hosted-zone.ts";
import { Mailer } from "../resources/mailer.ts";
import type { Settings } from "../settings.ts";

/**
 * The domain of our mails. It is a separate stack that is deployed first: Cognito refuses a pool whose domain SES has not
 * verified yet, and the verification needs records in the zone.
 */
export class MailStack extends Stack {
  readonly mailer: Mailer;

  constructor(scope: Construct, id: string, props: StackProps & { settings: Settings }) {
    super(scope, id, props);
    this.mailer = new Mailer(this, props.settings, hostedZone(this, props.settings));
  }
}
