import * as z from "zod";
import { type Deployer, physicalName, readProperties, withoutEffect } from "../deployer.ts";

const emailIdentity = z.strictObject({
  EmailIdentity: z.string(),
  // Mails do not leave this machine: nobody checks their signatures or feeds back.
  DkimAttributes: withoutEffect,
  DkimSigningAttributes: withoutEffect,
  FeedbackAttributes: withoutEffect,
  MailFromAttributes: withoutEffect,
  ConfigurationSetAttributes: withoutEffect,
  Tags: withoutEffect,
});

/** SES believes the identity at once: there is no DNS to look into. */
export const deployEmailIdentity: Deployer = (resource, { ses }) => {
  const name = readProperties(emailIdentity, resource).EmailIdentity;
  ses.ensureIdentity(name);
  const records = [1, 2, 3].flatMap((number) => [
    [`DkimDNSTokenName${number}`, `dkim${number}._domainkey.${name}`],
    [`DkimDNSTokenValue${number}`, `dkim${number}.dkim.amazonses.com`],
  ]);
  return { ref: name, attributes: Object.fromEntries(records) };
};

const configurationSet = z.strictObject({
  Name: z.string().optional(),
  SendingOptions: z.strictObject({ SendingEnabled: z.literal(true) }).optional(),
  // Nobody looks at SES's metrics here, and no list of addresses is kept: those of the mailbox simulator say how they answer.
  ReputationOptions: withoutEffect,
  SuppressionOptions: withoutEffect,
  DeliveryOptions: withoutEffect,
  Tags: withoutEffect,
});

export const deployConfigurationSet: Deployer = (resource, { ses }) => {
  const name = readProperties(configurationSet, resource).Name ?? physicalName(resource, 64);
  ses.ensureConfigurationSet(name);
  return { ref: name };
};

const eventDestination = z.strictObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.strictObject({
    Name: z.string().optional(),
    Enabled: z.literal(true),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.strictObject({
      EventBusArn: z.string().regex(/:event-bus\/default$/, "SES sends to the default bus only"),
    }),
  }),
});

export const deployEventDestination: Deployer = (resource, { ses }) => {
  const { ConfigurationSetName, EventDestination } = readProperties(eventDestination, resource);
  const { MatchingEventTypes } = EventDestination;
  ses.ensureConfigurationSet(ConfigurationSetName, MatchingEventTypes);
  return { ref: EventDestination.Name ?? physicalName(resource, 64) };
};
