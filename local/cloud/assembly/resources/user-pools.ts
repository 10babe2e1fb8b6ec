import * as z from "zod";
import {
  type Deployer,
  physicalId,
  physicalName,
  readProperties,
  withoutEffect,
} from "../deployer.ts";

/** Cognito itself reads the definitions, and refuses what it does not know. */
const definition = z.record(z.string(), z.unknown());

export const deployUserPool: Deployer = (resource, { cognito, context }) => {
  const { UserPoolName, ...properties } = readProperties(definition, resource);
  const id = `${context.region}_${physicalId(resource, 9)}`;
  const { arn } = cognito.ensurePool(id, {
    PoolName: UserPoolName ?? physicalName(resource, 128),
    ...properties,
  });
  const provider = `cognito-idp.${context.region}.amazonaws.com/${id}`;
  return {
    ref: id,
    attributes: {
      Arn: arn,
      UserPoolId: id,
      ProviderName: provider,
      ProviderURL: `https://${provider}`,
    },
  };
};

export const deployUserPoolClient: Deployer = (resource, { cognito }) => {
  const { UserPoolId, ClientName, ...properties } = readProperties(definition, resource);
  const id = physicalId(resource, 26);
  const { secret } = cognito.ensureClient(id, String(UserPoolId), {
    ClientName: ClientName ?? physicalName(resource, 128),
    ...properties,
  });
  return {
    ref: id,
    attributes: { ClientId: id, ...(secret === undefined ? {} : { ClientSecret: secret }) },
  };
};

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

const configurationSet = z.looseObject({ Name: z.string().optional() });

export const deployConfigurationSet: Deployer = (resource, { ses }) => {
  const name = readProperties(configurationSet, resource).Name ?? physicalName(resource, 64);
  ses.ensureConfigurationSet(name);
  return { ref: name };
};
