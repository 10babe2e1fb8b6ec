import * as z from "zod";
import { ViewerFunction } from "../../cloudfront/viewer-function.ts";
import { type Deployer, physicalId, readProperties, withoutEffect } from "../deployer.ts";

const viewerFunctionProperties = z.strictObject({
  Name: z.string(),
  FunctionCode: z.string(),
  FunctionConfig: z.strictObject({
    Runtime: z.literal("cloudfront-js-2.0"),
    Comment: withoutEffect,
    KeyValueStoreAssociations: z
      .array(z.strictObject({ KeyValueStoreARN: z.string() }))
      .max(1, "A function has at most one key value store.")
      .default([]),
  }),
  AutoPublish: z.literal(true),
  Tags: withoutEffect,
});

export const deployViewerFunction: Deployer = (resource, { distributions, context }) => {
  const { Name, FunctionCode, FunctionConfig } = readProperties(viewerFunctionProperties, resource);
  const [association] = FunctionConfig.KeyValueStoreAssociations;
  const store = association && distributions.keyValueStores.demand(association.KeyValueStoreARN);
  const arn = `arn:aws:cloudfront::${context.account}:function/${Name}`;
  distributions.functions.set(arn, new ViewerFunction(Name, FunctionCode, store));
  return { ref: arn, attributes: { FunctionARN: arn, "FunctionMetadata.FunctionARN": arn } };
};

const keyValueStoreProperties = z.strictObject({ Name: z.string(), Comment: withoutEffect });

export const deployKeyValueStore: Deployer = (resource, { distributions, context }) => {
  const { Name } = readProperties(keyValueStoreProperties, resource);
  const id = physicalId(resource, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  const arn = `arn:aws:cloudfront::${context.account}:key-value-store/${id}`;
  distributions.keyValueStores.ensure(arn);
  return { ref: Name, attributes: { Arn: arn, Id: id, Status: "READY" } };
};
