import { type IPublicHostedZone, PublicHostedZone } from "aws-cdk-lib/aws-route53";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";

/** The zone of our domain, if it is in Route 53 and the settings name it. */
export function hostedZone(
  scope: Construct,
  { hostedZoneId, hostedZoneName }: Settings,
): IPublicHostedZone | undefined {
  if (!hostedZoneId || !hostedZoneName) return undefined;
  return PublicHostedZone.fromPublicHostedZoneAttributes(scope, "hosted-zone", {
    hostedZoneId,
    zoneName: hostedZoneName,
  });
}
