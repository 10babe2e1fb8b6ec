import * as z from "zod";
import { operation } from "../kernel/operation.ts";
import { restJsonService } from "../kernel/rest-json-service.ts";
import type { CloudContext, Service } from "../kernel/service.ts";
import { feedbackOf, type SesEvent } from "./feedback.ts";
import { Identities } from "./identities.ts";
import { identityOperations } from "./identity-operations.ts";
import { type Letter, type Mail, Mails, recipientsOf } from "./mails.ts";
import { requireQuota, type SendQuota, sendEmail } from "./send-email.ts";

export interface Ses extends Service {
  /** A verified identity: an address, or a domain with all its subdomains. @returns its ARN */
  ensureIdentity(name: string): string;
  /** @param events kinds that it publishes ("bounce", in capitals or not); those of before stay when they are not told */
  ensureConfigurationSet(name: string, events?: readonly string[]): void;
  mails(): Mail[];
  /**
   * Keeps a mail that another service sends by itself (Cognito), without a check of the identity. The quotas are those of the account
   * («Email settings for Amazon Cognito user pools», Amazon Cognito Developer Guide). @throws AwsError as SendEmail when one is used up
   */
  deliver(letter: Letter): Mail;
  /** @returns how to stop listening */
  onMail(listener: (mail: Mail) => void): () => void;
}

/** What an account has once SES let it out of the sandbox. */
const productionQuota: SendQuota = { maxSendRate: 14, max24HourSend: 50_000 };

/** Long: a closure, of which each function fits a screen. */
export function createSes(
  context: CloudContext,
  {
    quota = productionQuota,
    publish = () => {},
  }: {
    quota?: SendQuota;
    /** Gets the events that a mail's configuration set publishes, as EventBridge does. */
    publish?: (event: SesEvent) => void;
  } = {},
): Ses {
  const identities = new Identities(context);
  const mails = new Mails(context);
  const configurationSets = context.store.shelf<readonly string[]>("ses-event-kinds");
  mails.onDelivery((mail) => {
    const kinds = configurationSets.get(mail.configurationSet ?? "") ?? [];
    for (const event of feedbackOf(mail, context)) {
      if (kinds.includes(event.detail.eventType.toUpperCase())) publish(event);
    }
  });
  return {
    ...restJsonService(context, {
      name: "ses",
      operations: {
        ...identityOperations(context, identities),
        SendEmail: {
          at: "POST /v2/email/outbound-emails",
          run: sendEmail(context, {
            identities,
            mails,
            quota,
            hasConfigurationSet: (name) => configurationSets.get(name) !== undefined,
          }),
        },
        GetAccount: {
          at: "GET /v2/email/account",
          run: operation(z.strictObject({}), (_, caller) => {
            context.authorize(caller, "ses:GetAccount", "*");
            return {
              DedicatedIpAutoWarmupEnabled: false,
              EnforcementStatus: "HEALTHY",
              ProductionAccessEnabled: true,
              SendingEnabled: true,
              SendQuota: {
                Max24HourSend: quota.max24HourSend,
                MaxSendRate: quota.maxSendRate,
                SentLast24Hours: mails.sentWithin(),
              },
            };
          }),
        },
      },
    }),
    ensureIdentity(name) {
      identities.save({ ...identities.get(name), name, verified: true });
      return identities.arn(name);
    },
    ensureConfigurationSet(name, events) {
      const kinds = events?.map((each) => each.toUpperCase());
      configurationSets.set(name, kinds ?? configurationSets.get(name) ?? []);
    },
    mails: () => mails.newestFirst(),
    deliver(letter) {
      requireQuota(mails, quota, recipientsOf(letter).length);
      return mails.deliver(letter);
    },
    onMail: (listener) => mails.onDelivery(listener),
  };
}
