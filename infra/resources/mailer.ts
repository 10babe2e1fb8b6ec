import { CfnOutput, Stack } from "aws-cdk-lib";
import { EventBus } from "aws-cdk-lib/aws-events";
import { CnameRecord, type IPublicHostedZone, MxRecord, TxtRecord } from "aws-cdk-lib/aws-route53";
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { mailDomain, type Settings } from "../settings.ts";

/**
 * The domain of our mails with its records, and what SES does with mails that cannot be delivered; see
 * shared/mail/ses-mailer.ts.
 */
export class Mailer extends Construct {
  readonly from: string;
  readonly domain: string;
  /** The name of the configuration set that our mails and Cognito's are sent with. */
  readonly configurationSet: string;
  readonly #setArn: string;
  readonly #identitiesArn: string;

  constructor(scope: Construct, settings: Settings, zone: IPublicHostedZone | undefined) {
    super(scope, "mailer");
    this.from = settings.mailFrom;
    this.domain = mailDomain(settings);
    const set = newConfigurationSet(this);
    this.configurationSet = set.configurationSetName;
    const identity = new EmailIdentity(this, "identity", {
      identity: Identity.domain(this.domain),
      configurationSet: set,
      mailFromDomain: `${bounceLabel}.${this.domain}`,
    });
    const { partition, region, account } = Stack.of(this);
    // No ARN refers to the identity: another mailFrom replaces it, which a reference of another stack would prevent.
    const ses = `arn:${partition}:ses:${region}:${account}`;
    this.#setArn = `${ses}:configuration-set/${set.configurationSetName}`;
    this.#identitiesArn = `${ses}:identity/*`;
    this.#tellRecords(identity, zone, settings);
  }

  /**
   * deliver: only from our own address. In SES's sandbox the right is asked for the recipient's identity too, with the same sender
   * («Default permission limit sending email only to verified domain», cloudposse/terraform-aws-ses, issue 40).
   */
  grantSend(to: NodeFunction): void {
    const conditions = { StringEquals: { "ses:FromAddress": this.from } };
    to.allow(["ses:SendEmail"], [this.#setArn], { conditions });
    to.allow(["ses:SendEmail"], [this.#identitiesArn], {
      conditions,
      wildcard:
        "The condition names the sender; verified recipients are identities of the account too.",
    });
    to.set("MAIL_FROM", this.from);
    to.set("MAIL_CONFIGURATION_SET", this.configurationSet);
  }

  /** quota. */
  grantQuota(to: NodeFunction): void {
    to.allow(["ses:GetAccount"], ["*"], {
      wildcard: "What the account may send is no resource: IAM knows none for that action.",
    });
  }

  /** Every record is an output. In a zone of ours it is written too; DMARC only where no one else sends mails (decision 0027). */
  #tellRecords(
    identity: EmailIdentity,
    zone: IPublicHostedZone | undefined,
    settings: Settings,
  ): void {
    const ours = zone && `.${this.domain}`.endsWith(`.${zone.zoneName}`) ? zone : undefined;
    for (const [i, { name, value }] of identity.dkimRecords.entries()) {
      if (ours) {
        const record = { zone: ours, recordName: `${name}.`, domainName: value };
        new CnameRecord(this, `dkim-${i + 1}`, record);
      }
      this.#tell(`DkimRecord${i + 1}`, `${name} CNAME ${value}`);
    }
    // «Using a custom MAIL FROM domain», SES Developer Guide: SPF is checked against the domain that bounces go to.
    const bounces = `${bounceLabel}.${this.domain}`;
    const hostName = `feedback-smtp.${Stack.of(this).region}.amazonses.com`;
    const spf = "v=spf1 include:amazonses.com ~all";
    const dmarc = "v=DMARC1; p=quarantine";
    this.#tell("MailFromRecord", `${bounces} MX 10 ${hostName}`);
    this.#tell("SpfRecord", `${bounces} TXT "${spf}"`);
    this.#tell("DmarcRecord", `_dmarc.${this.domain} TXT "${dmarc}"`);
    if (!ours) return;
    const recordName = `${bounces}.`;
    new MxRecord(this, "mail-from", {
      zone: ours,
      recordName,
      values: [{ priority: 10, hostName }],
    });
    new TxtRecord(this, "spf", { zone: ours, recordName, values: [spf] });
    if (!`.${this.domain}`.endsWith(`.${settings.domain}`)) return;
    new TxtRecord(this, "dmarc", {
      ...{ zone: ours, recordName: `_dmarc.${this.domain}.`, values: [dmarc] },
    });
  }

  #tell(name: string, value: string): void {
    new CfnOutput(Stack.of(this), name, { value });
  }
}

/** Bounces go to this name below the domain of our mails. */
const bounceLabel = "bounce";

/** SES sends nothing to addresses that bounced or complained before, and tells of each mail that does not arrive. */
function newConfigurationSet(scope: Construct): ConfigurationSet {
  const set = new ConfigurationSet(scope, "configuration-set", {
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    reputationMetrics: true,
  });
  set.addEventDestination("feedback", {
    // SES sends to the default bus alone («AWS::SES::ConfigurationSetEventDestination EventBridgeDestination», CloudFormation).
    destination: EventDestination.eventBus(
      EventBus.fromEventBusName(scope, "default-bus", "default"),
    ),
    events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
  });
  return set;
}
