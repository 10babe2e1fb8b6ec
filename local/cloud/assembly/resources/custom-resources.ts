/** CDK's own custom resources. On AWS a Lambda function of CDK's makes each; here the cloud does it itself. */
import type { Resource } from "../deploy-assembly.ts";
import type { Assembly } from "../read-assembly.ts";

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
