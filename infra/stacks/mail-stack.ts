import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { hostedZone } from "../resources/hosted-zone.ts";
import { Mailer } from "../resources/mailer.ts";
import type { Settings } from "../settings.ts";

/**
 * The domain that mails come from. A stack of its own, deployed first: Cognito refuses to be made with a domain that
 * SES has not yet found to be ours, and that takes records in its zone.
 */
export class MailStack extends Stack {
  readonly mailer: Mailer;

  constructor(scope: Construct, id: string, props: StackProps & { settings: Settings }) {
    super(scope, id, props);
    this.mailer = new Mailer(this, props.settings, hostedZone(this, props.settings));
  }
}
