import { Aws, type CfnResource, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { CfnTrail } from "aws-cdk-lib/aws-cloudtrail";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { ObjectLockRetention } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { PrivateBucket } from "../constructs/private-bucket.ts";
import type { RoleTable } from "./role-table.ts";

/**
 * CloudTrail's record, for an inquiry, of who read or wrote a file of the stack's buckets (photos, cards, prints), but for the drawings that
 * card-renderer stores; who put something over a seal of the history or deleted it, who wrote a role, and who changed the account. Nobody deletes it before `inquiryPeriod` is over (decision 0031).
 */
export class AccessTrail extends Construct {
  readonly #trail: CfnTrail;

  /** @param scope the stack; every PrivateBucket that it has already is recorded */
  constructor(scope: Construct, { roles }: { roles: RoleTable }) {
    super(scope, "access-trail");
    const recorded = Stack.of(this).node.findAll().filter(isPrivateBucket);
    const files = objectsIn(recorded.map((each) => each.arnForObjects("")));
    const bucket = this.#newBucket();
    this.#trail = new CfnTrail(this, "trail", {
      s3BucketName: bucket.bucketName,
      isLogging: true,
      enableLogFileValidation: true,
      // Roles and users of the account are global: their changes are recorded in us-east-1 alone.
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      advancedEventSelectors: [
        selector("files with faces that are read", { ...files, readOnly: { equalTo: ["true"] } }),
        selector("files with faces that are written or deleted", {
          ...{ ...files, ...writes },
          "userIdentity.arn": { notStartsWith: [renderer] },
        }),
        selector("seals put over or deleted", {
          ...objectsIn([`arn:${Aws.PARTITION}:s3:::${sealBuckets}`]),
          ...writes,
        }),
        selector("roles given and taken", {
          eventCategory: { equalTo: ["Data"] },
          "resources.type": { equalTo: ["AWS::DynamoDB::Table"] },
          "resources.ARN": { equalTo: [roles.tableArn] },
          ...writes,
        }),
        // Without reads, because each request of a holder reads with KMS.
        selector("changes of the account", {
          eventCategory: { equalTo: ["Management"] },
          ...writes,
        }),
      ],
    });
    this.#trail.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    if (bucket.policy) this.#trail.node.addDependency(bucket.policy);
  }

  /**
   * Makes the trail be created last: it writes to its bucket at once, and a bucket with locked objects cannot be deleted when the
   * creation of the stack fails.
   */
  comeAfter(others: readonly CfnResource[]): void {
    for (const other of others) if (other !== this.#trail) this.#trail.addResourceDependency(other);
  }

  /** CloudTrail can write to a bucket with a lock; the lock has to exist from the beginning. */
  #newBucket(): PrivateBucket {
    const bucket = new PrivateBucket(this, "AccessTrailBucket", {
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.governance(inquiryPeriod),
      lifecycleRules: [
        {
          id: "old-records",
          expiration: inquiryPeriod,
          noncurrentVersionExpiration: Duration.days(1),
        },
      ],
    });
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
    const trails = `arn:${Aws.PARTITION}:cloudtrail:${Aws.REGION}:${Aws.ACCOUNT_ID}:trail/*`;
    const may = (action: string, resource: string, conditions: Record<string, unknown> = {}) =>
      bucket.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal("cloudtrail.amazonaws.com")],
          actions: [action],
          resources: [resource],
          conditions: { ArnLike: { "aws:SourceArn": trails }, ...conditions },
        }),
      );
    may("s3:GetBucketAcl", bucket.bucketArn);
    may("s3:PutObject", bucket.arnForObjects(`AWSLogs/${Aws.ACCOUNT_ID}/*`), {
      StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" },
    });
    return bucket;
  }
}

/**
 * How the name of the seals' bucket begins: another stack makes it later, and CloudFormation names what has no name by stack and logical id
 * («Physical ID», CloudFormation User Guide).
 */
const sealBuckets = "kartu-service-sealbucket";

/**
 * How whoever acts for card-renderer is named: another stack makes its role later («CloudTrail userIdentity element», AWS CloudTrail User
 * Guide; «Physical ID», as above). It stores a drawing for each change of a record and says so in its log (decision 0081).
 */
const renderer = `arn:${Aws.PARTITION}:sts::${Aws.ACCOUNT_ID}:assumed-role/Kartu-Service-cardrendererrole`;

const writes = { readOnly: { equalTo: ["false"] } };

/** @param begins how the ARNs of their buckets begin */
const objectsIn = (begins: string[]) => ({
  eventCategory: { equalTo: ["Data"] },
  "resources.type": { equalTo: ["AWS::S3::Object"] },
  "resources.ARN": { startsWith: begins },
});

/** How long everything that an inquiry needs is kept: a year, and the time in which the year's end is noticed. */
const inquiryPeriod = Duration.days(400);

const isPrivateBucket = (construct: unknown): construct is PrivateBucket =>
  construct instanceof PrivateBucket;

function selector(
  name: string,
  fields: Record<string, Omit<CfnTrail.AdvancedFieldSelectorProperty, "field">>,
): CfnTrail.AdvancedEventSelectorProperty {
  const fieldSelectors = Object.entries(fields).map(([field, is]) => ({ field, ...is }));
  return { name, fieldSelectors };
}
