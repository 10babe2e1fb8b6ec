import * as z from "zod";
import { type Deployer, physicalId, physicalName, readProperties } from "../deployer.ts";

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
