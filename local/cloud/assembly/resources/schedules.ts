import * as z from "zod";
import type { Scheduler } from "../../scheduler/scheduler-service.ts";
import { type Deployer, physicalName, readProperties } from "../deployer.ts";

/** The scheduler itself reads the definition, and refuses what it does not know. */
const definition = z.looseObject({
  Name: z.string().optional(),
  Target: z.looseObject({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string().optional(),
    DeadLetterConfig: z.object({ Arn: z.string().optional() }).optional(),
  }),
});

export const deploySchedule: Deployer = (resource, cloud) => {
  const { scheduler, iam, context } = cloud;
  const { Name, ...properties } = readProperties(definition, resource);
  const { RoleArn, Arn, Input = "{}", DeadLetterConfig } = properties.Target;
  const group = `arn:aws:scheduler:${context.region}:${context.account}:schedule-group/default`;
  iam.demand(iam.service("scheduler.amazonaws.com", group), "sts:AssumeRole", RoleArn);
  const name = Name ?? physicalName(resource, 64);
  const arn = scheduler.ensureSchedule({ Name: name, ...properties } as Parameters<
    Scheduler["ensureSchedule"]
  >[0]);
  cloud.schedules.set(name, { functionArn: Arn, input: Input });
  if (DeadLetterConfig?.Arn) cloud.deadLetterQueues.add(DeadLetterConfig.Arn);
  return { ref: name, attributes: { Arn: arn } };
};
