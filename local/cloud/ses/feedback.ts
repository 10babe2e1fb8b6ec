/**
 * What SES publishes of a mail that did not arrive. The addresses of its mailbox simulator say what becomes of a mail («Using the mailbox
 * simulator manually», Amazon SES Developer Guide); all others are delivered. Complete for what has a schema here:
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
import type { CloudContext } from "../kernel/service.ts";
import { bareAddress } from "./identities.ts";
import { type Mail, recipientsOf } from "./mails.ts";

/** An event as EventBridge gives it to its targets. */
export interface SesEvent {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  readonly source: "aws.ses";
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>> & { readonly eventType: string };
}

type Outcome = (address: string, at: string) => { type: string; detail: SesEvent["detail"] };

const bounced =
  (bounceType: string, bounceSubType: string, status: string): Outcome =>
  (emailAddress, timestamp) => ({
    type: "Email Bounced",
    detail: {
      eventType: "Bounce",
      bounce: {
        bounceType,
        bounceSubType,
        bouncedRecipients: [{ emailAddress, action: "failed", status }],
        timestamp,
        feedbackId: "embedded-cloud",
      },
    },
  });

/** By what stands before "@simulator.amazonses.com"; a label may follow ("bounce+siti@…"). */
const simulator: Readonly<Record<string, Outcome>> = {
  bounce: bounced("Permanent", "General", "5.1.1"),
  suppressionlist: bounced("Permanent", "Suppressed", "5.1.1"),
  complaint: (emailAddress, timestamp) => ({
    type: "Email Complaint Received",
    detail: {
      eventType: "Complaint",
      complaint: {
        complainedRecipients: [{ emailAddress }],
        timestamp,
        feedbackId: "embedded-cloud",
        complaintFeedbackType: "abuse",
      },
    },
  }),
};

/** @returns one event for each recipient whom the mail did not reach, or who complained */
export function feedbackOf(
  mail: Mail,
  { account, region, clock }: Pick<CloudContext, "account" | "region" | "clock">,
): SesEvent[] {
  const at = clock.now().toISOString();
  return recipientsOf(mail).flatMap((recipient, i) => {
    const address = bareAddress(recipient);
    const [, kind = ""] = /^([a-z]+)(\+.*)?@simulator\.amazonses\.com$/i.exec(address) ?? [];
    const outcome = simulator[kind.toLowerCase()]?.(address, at);
    if (!outcome) return [];
    return {
      version: "0",
      id: `${mail.id}-${i}`,
      "detail-type": outcome.type,
      source: "aws.ses",
      ...{ account, region, time: at, resources: [] },
      detail: { ...outcome.detail, mail: describe(mail) },
    };
  });
}

function describe({ id, sentAt, from, to, cc, bcc, subject, tags, configurationSet }: Mail) {
  return {
    timestamp: sentAt,
    messageId: id,
    source: from,
    destination: [...to, ...cc, ...bcc],
    headersTruncated: false,
    commonHeaders: { from: [from], to, subject, messageId: id },
    tags: {
      ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
      ...(configurationSet && { "ses:configuration-set": [configurationSet] }),
    },
  };
}
