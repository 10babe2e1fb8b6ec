import { CfnOutput, Stack } from "aws-cdk-lib";
import type { IPublicHostedZone } from "aws-cdk-lib/aws-route53";
import { CnameRecord } from "aws-cdk-lib/aws-route53";
import { EmailIdentity, Identity } from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { mailDomain, type Settings } from "../settings.ts";

/** The domain of our mails, verified by DKIM records in its zone; see shared/notification/notification-mailer.ts. */
export class Mailer extends Construct {
  readonly from: string;
  readonly domain: string;
  readonly #identityArn: string;

  constructor(scope: Construct, settings: Settings, zone: IPublicHostedZone | undefined) {
    super(scope, "mailer");
    this.from = settings.mailFrom;
    this.domain = mailDomain(settings);
    const identity = new EmailIdentity(this, "identity", {
      identity: Identity.domain(this.domain),
    });
    this.#identityArn = identity.emailIdentityArn;
    const ours = zone && `.${this.domain}`.endsWith(`.${zone.zoneName}`);
    for (const [i, { name, value }] of identity.dkimRecords.entries()) {
      if (ours) {
        new CnameRecord(this, `dkim-${i + 1}`, { zone, recordName: `${name}.`, domainName: value });
      }
      new CfnOutput(Stack.of(this), `DkimRecord${i + 1}`, { value: `${name} CNAME ${value}` });
    }
  }

  /** send, quota: only from our own address. */
  grantSend(to: NodeFunction): void {
    to.allow(["ses:SendEmail"], [this.#identityArn], {
      conditions: { StringEquals: { "ses:FromAddress": this.from } },
    });
    to.allow(["ses:GetAccount"], ["*"], {
      wildcard: "What the account may send is no resource: IAM knows none for that action.",
    });
    to.set("MAIL_FROM", this.from);
  }
}
