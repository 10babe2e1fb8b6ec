/**
 * CDK's own custom resources. On AWS a Lambda function of CDK's makes each; here the cloud does it itself,
 * and an unknown one fails by its type.
 */
import type { Resource } from "../deploy-assembly.ts";
import type { Deployer } from "../deployer.ts";
import type { Assembly } from "../read-assembly.ts";

/** Values for another region are read from the template when they are needed. */
export const deployExportWriter: Deployer = (resource) => ({ ref: resource.physicalName });

export const deployExportReader: Deployer = (resource) => {
  const { ReaderProps } = resource.properties as {
    ReaderProps?: { imports?: Record<string, string> };
  };
  return { ref: resource.physicalName, attributes: ReaderProps?.imports ?? {} };
};

/** Whether a function is there for custom resources only. */
export function isProvider(assembly: Assembly, { stackName, logicalId }: Resource): boolean {
  const stack = assembly.stacks.find(({ name }) => name === stackName);
  const token = JSON.stringify({ "Fn::GetAtt": [logicalId, "Arn"] });
  return Object.values(stack?.template.Resources ?? {}).some(({ Type, Properties }) => {
    const isCustom = Type.startsWith("Custom::") || Type === "AWS::CloudFormation::CustomResource";
    const { ServiceToken } = (Properties ?? {}) as { ServiceToken?: unknown };
    return isCustom && JSON.stringify(ServiceToken) === token;
  });
}
