import type { Deployed, Resource } from "./deploy-assembly.ts";
import type { CloudServices, Deployer } from "./deployer.ts";
import { deployAlarm, deployMetricFilter } from "./resources/alarms.ts";
import { deployBucketDeployment } from "./resources/bucket-deployments.ts";
import { deployBucketNotifications } from "./resources/bucket-notifications.ts";
import { deployBucket } from "./resources/buckets.ts";
import {
  deployCachePolicy,
  deployDistribution,
  deployOriginAccessControl,
  deployOriginRequestPolicy,
  deployResponseHeadersPolicy,
} from "./resources/distributions.ts";
import { deployEventRule } from "./resources/event-rules.ts";
import { deployEventSourceMapping } from "./resources/event-source-mappings.ts";
import {
  deployFunction,
  deployFunctionPermission,
  deployInvokeConfig,
  deployLayerVersion,
} from "./resources/functions.ts";
import {
  deployHttpApi,
  deployHttpIntegration,
  deployHttpRoute,
  deployHttpStage,
} from "./resources/http-apis.ts";
import { deployKey, deployKeyAlias } from "./resources/keys.ts";
import {
  deployConfigurationSet,
  deployEmailIdentity,
  deployEventDestination,
} from "./resources/mails.ts";
import { deployQueue } from "./resources/queues.ts";
import {
  deployBucketPolicy,
  deployQueuePolicy,
  deployRole,
  deployRolePolicy,
} from "./resources/roles.ts";
import { deploySchedule } from "./resources/schedules.ts";
import { deploySecret } from "./resources/secrets.ts";
import { deployTable } from "./resources/tables.ts";
import { deployUserPool, deployUserPoolClient } from "./resources/user-pools.ts";
import { deployKeyValueStore, deployViewerFunction } from "./resources/viewer-functions.ts";

const deployers: Readonly<Record<string, Deployer>> = {
  "AWS::ApiGatewayV2::Api": deployHttpApi,
  "AWS::ApiGatewayV2::Integration": deployHttpIntegration,
  "AWS::ApiGatewayV2::Route": deployHttpRoute,
  "AWS::ApiGatewayV2::Stage": deployHttpStage,
  "AWS::CloudFront::CachePolicy": deployCachePolicy,
  "AWS::CloudFront::Distribution": deployDistribution,
  "AWS::CloudFront::Function": deployViewerFunction,
  "AWS::CloudFront::KeyValueStore": deployKeyValueStore,
  "AWS::CloudFront::OriginAccessControl": deployOriginAccessControl,
  "AWS::CloudFront::OriginRequestPolicy": deployOriginRequestPolicy,
  "AWS::CloudFront::ResponseHeadersPolicy": deployResponseHeadersPolicy,
  "AWS::CloudWatch::Alarm": deployAlarm,
  "AWS::Cognito::UserPool": deployUserPool,
  "AWS::Cognito::UserPoolClient": deployUserPoolClient,
  "AWS::DynamoDB::GlobalTable": deployTable,
  "AWS::DynamoDB::Table": deployTable,
  "AWS::Events::Rule": deployEventRule,
  "AWS::IAM::ManagedPolicy": deployRolePolicy,
  "AWS::IAM::Policy": deployRolePolicy,
  "AWS::IAM::Role": deployRole,
  "AWS::KMS::Alias": deployKeyAlias,
  "AWS::KMS::Key": deployKey,
  "AWS::Lambda::EventInvokeConfig": deployInvokeConfig,
  "AWS::Lambda::EventSourceMapping": deployEventSourceMapping,
  "AWS::Lambda::Function": deployFunction,
  "AWS::Lambda::LayerVersion": deployLayerVersion,
  "AWS::Lambda::Permission": deployFunctionPermission,
  "AWS::Logs::MetricFilter": deployMetricFilter,
  "AWS::S3::Bucket": deployBucket,
  "AWS::S3::BucketPolicy": deployBucketPolicy,
  "AWS::SES::ConfigurationSet": deployConfigurationSet,
  "AWS::SES::ConfigurationSetEventDestination": deployEventDestination,
  "AWS::SES::EmailIdentity": deployEmailIdentity,
  "AWS::SQS::Queue": deployQueue,
  "AWS::SQS::QueuePolicy": deployQueuePolicy,
  "AWS::Scheduler::Schedule": deploySchedule,
  "AWS::SecretsManager::Secret": deploySecret,
  "Custom::CDKBucketDeployment": deployBucketDeployment,
  "Custom::S3BucketNotifications": deployBucketNotifications,
};

/** Types that have no visible effect on one machine, each with the reason. */
const withoutBehaviour: Readonly<Record<string, string>> = {
  "AWS::Budgets::Budget": "nothing here costs money",
  "AWS::CDK::Metadata": "is about CDK's own statistics",
  "AWS::CertificateManager::Certificate": "loopback needs no TLS",
  "AWS::CloudFront::MonitoringSubscription": "nobody watches the distribution's metrics here",
  "AWS::CloudTrail::Trail": "everything here is done by one person",
  "AWS::CloudWatch::Dashboard": "the dev console shows the alarms",
  "AWS::Events::Rule": "CloudTrail, whose events it waits for, is not here",
  "AWS::Logs::LogGroup": "every function logs to a file of its own",
  "AWS::Logs::ResourcePolicy": "every function logs to a file of its own",
  "AWS::Route53::RecordSet": "the site is at localhost",
  "AWS::SNS::Subscription": "alarms go nowhere here",
  "AWS::SNS::Topic": "alarms go nowhere here",
  "AWS::SNS::TopicPolicy": "alarms go nowhere here",
  "AWS::WAFv2::LoggingConfiguration": "no firewall, no log of it",
  "AWS::WAFv2::WebACL": "the functions count attempts by themselves",
};

/** @throws Error for a type the embedded cloud does not know */
export async function deployResource(resource: Resource, cloud: CloudServices): Promise<Deployed> {
  const { type } = resource;
  const deploy = deployers[type];
  if (deploy) return deploy(resource, cloud);
  if (Object.hasOwn(withoutBehaviour, type)) return nameOnly(resource, cloud);
  throw new Error("the embedded cloud does not know this type");
}

/** Others may refer to it, by name or by ARN. */
function nameOnly({ type, physicalName }: Resource, { context }: CloudServices): Deployed {
  const service = type.split("::")[1]?.toLowerCase();
  const arn = `arn:aws:${service}:${context.region}:${context.account}:${physicalName}`;
  const isTopic = type === "AWS::SNS::Topic";
  return {
    ref: isTopic ? arn : physicalName,
    attributes: { Arn: arn, TopicArn: arn, TopicName: physicalName, Id: physicalName },
  };
}
