import * as z from "zod";
import { compilePattern } from "../../events/event-pattern.ts";
import { type Deployer, physicalName, readProperties, withoutEffect } from "../deployer.ts";

/** A rule of the default bus whose targets are queues. */
const eventRule = z.strictObject({
  Name: z.string().optional(),
  Description: withoutEffect,
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.literal("ENABLED"),
  Targets: z.array(
    z.strictObject({
      Id: z.string(),
      Arn: z.string().startsWith("arn:aws:sqs:", "the embedded cloud sends to queues only"),
    }),
  ),
});

export const deployEventRule: Deployer = (resource, { context, eventBus }) => {
  const { Name, EventPattern, Targets } = readProperties(eventRule, resource);
  const name = Name ?? physicalName(resource, 64);
  const arn = `arn:aws:events:${context.region}:${context.account}:rule/${name}`;
  const targets = Targets.map(({ Arn }) => Arn);
  eventBus.ensureRule({ arn, matches: compilePattern(EventPattern), targets });
  return { ref: name, attributes: { Arn: arn } };
};
