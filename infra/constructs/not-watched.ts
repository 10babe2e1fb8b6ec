import { CfnResource } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** Says in the template why a resource has no alarm; test/infra/watched.test.ts asks for one or the other. */
export function notWatched(resource: IConstruct, reason: string): void {
  const made = CfnResource.isCfnResource(resource) ? resource : resource.node.defaultChild;
  if (!CfnResource.isCfnResource(made)) throw new Error(`${resource.node.path} is no resource.`);
  made.addMetadata("NotWatched", reason);
}
