import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { ServiceResources } from "../resources/service-resources.ts";
import { NodeFunction, type NodeFunctionProps } from "./node-function.ts";
import { Schedules } from "./schedules.ts";

type Told = Pick<ServiceResources, "artifacts" | "alarms" | "settings">;

/** A function that one schedule starts, and whose failing, not being started and not running for long lose people the same. */
export abstract class JobFunction extends NodeFunction {
  constructor(
    scope: Construct,
    id: string,
    told: Told & Pick<NodeFunctionProps, "whenItFails" | "startsSeldom">,
  ) {
    super(scope, id, {
      ...told,
      severity: "mail",
      // Lambda may deliver an event twice, and a run that is repeated may overlap with the next one.
      concurrency: 2,
      memoryMiB: 512,
      timeout: Duration.minutes(4),
    });
  }

  /** @param expression see Schedules; @param within in which it has to succeed once */
  protected runs(
    job: string,
    {
      expression,
      within,
      ...told
    }: JobTimes & Pick<Told, "alarms"> & { readonly whenItFails: string },
  ): void {
    const stopped = { severity: "mail", whenItFails: told.whenItFails, which: "stopped" } as const;
    new Schedules(this, { ...told, which: "not-started" }).run(job, expression, {
      within,
      ...stopped,
    });
  }
}

interface JobTimes {
  readonly expression: string;
  readonly within: Duration;
}
