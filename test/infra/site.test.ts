import { expect, test } from "vitest";
import { memberOf, objectsOf, ofType, refersTo, synthesizeResources } from "./templates.ts";

const certificateArn =
  "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012";
const resources = synthesizeResources({
  certificateArn,
  hostedZoneId: "Z0123456789ABC",
  hostedZoneName: "kartu-asn.example",
});
const [distribution] = ofType(resources, "AWS::CloudFront::Distribution");
const config = (name: string) => memberOf(distribution?.Properties.DistributionConfig, name);
const pageHeaders = ofType(resources, "AWS::CloudFront::ResponseHeadersPolicy").find(({ id }) =>
  id.startsWith("pageheaders"),
)?.Properties.ResponseHeadersPolicyConfig;

test("a file that is not there is 404 and not 403: CloudFront may list the pages' bucket", () => {
  const statements = ofType(resources, "AWS::S3::BucketPolicy").flatMap(({ Properties }) =>
    objectsOf(memberOf(Properties.PolicyDocument, "Statement")),
  );
  const ofCloudFront = statements.filter(
    ({ Principal }) => JSON.stringify(Principal) === '{"Service":"cloudfront.amazonaws.com"}',
  );
  expect(ofCloudFront.flatMap(({ Action }) => Action).sort()).toEqual([
    "s3:GetObject",
    "s3:ListBucket",
  ]);
});

test("the site's own errors never replace the API's, and none of its errors is served to another one", () => {
  expect(config("CustomErrorResponses")).toEqual(
    [500, 502, 503, 504].map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })),
  );
});

test("the site answers under its own name, with a modern TLS", () => {
  expect(distribution?.Properties.DistributionConfig).toMatchObject({
    Aliases: ["kartu-asn.example"],
    ViewerCertificate: {
      AcmCertificateArn: certificateArn,
      MinimumProtocolVersion: "TLSv1.2_2021",
    },
    HttpVersion: "http2and3",
  });
  const names = ofType(resources, "AWS::Route53::RecordSet").map(
    ({ Properties: { Name, Type } }) => `${Type} ${JSON.stringify(Name)}`,
  );
  expect(names.filter((name) => /^A/.test(name))).toEqual([
    'A "kartu-asn.example."',
    'AAAA "kartu-asn.example."',
  ]);
});

test("who visits is not written down", () => {
  expect(config("Logging")).toBeUndefined();
});

test("the API is never cached, and hears what it reads and the viewer's address", () => {
  const [api] = objectsOf(config("CacheBehaviors"));
  const [policy] = ofType(resources, "AWS::CloudFront::OriginRequestPolicy");
  expect(api).toMatchObject({
    PathPattern: "/api/*",
    CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    ViewerProtocolPolicy: "https-only",
    OriginRequestPolicyId: { Ref: policy?.id },
  });
  const sent = policy?.Properties.OriginRequestPolicyConfig;
  const Headers = [memberOf(sent, "HeadersConfig", "Headers") ?? []].flat().map(String);
  expect(Headers).toEqual(
    expect.arrayContaining([
      "CloudFront-Viewer-Address",
      "CloudFront-Viewer-Country-Region-Name",
      "Origin",
      "X-Accept-Encoding",
      "X-Kartu",
    ]),
  );
  expect(Headers.map((each) => each.toLowerCase())).not.toContain("host");
  expect(Headers.length).toBeLessThanOrEqual(10);
});

test("the edge says the encodings of the browser to the API, and compresses nothing of it", () => {
  const [api] = objectsOf(config("CacheBehaviors"));
  expect(api).toMatchObject({
    Compress: false,
    FunctionAssociations: [{ EventType: "viewer-request" }],
  });
});

test("a page loads itself and the photos' bucket, posts to three, has nothing inline, and is framed by nobody", () => {
  const csp = JSON.stringify(pageHeaders);
  expect(csp).toContain("script-src 'self';");
  expect(csp).toContain("style-src 'self';");
  expect(csp).toMatch(
    /img-src 'self' data: blob: https:[^ ]*?photobucket[^ ]*?; media-src blob:; connect-src/,
  );
  expect(csp).toMatch(
    /connect-src 'self' https:[^ ]*?photobucket[^ ]*? https:[^ ]*?importbucket[^ ]*? https:[^ ]*?evidencebucket[^ ]*?; font-src/,
  );
  expect(csp).toMatch(/form-action 'self' https:.*?photobucket/);
  for (const directive of [
    "default-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ]) {
    expect(csp).toContain(directive);
  }
  expect(csp).not.toMatch(/unsafe|\*/);
});

test("no header depends on what a release's pages hold, so pages of one work under the headers of another", () => {
  expect(JSON.stringify(pageHeaders)).not.toMatch(/sha(256|384|512)-|nonce-/);
});

test.each([
  ["below its zone", { domain: "kartu.asn.example", hostedZoneName: "asn.example" }, true],
  ["at its zone's apex", { domain: "asn.example", hostedZoneName: "asn.example" }, false],
  ["in a zone we do not know", { domain: "asn.example" }, false],
])("every answer of a site %s asks for HTTPS for two years", (_, names, IncludeSubdomains) => {
  const hostedZoneId = "hostedZoneName" in names ? "Z0123456789ABC" : undefined;
  const policies = ofType(
    synthesizeResources({ ...names, hostedZoneId }),
    "AWS::CloudFront::ResponseHeadersPolicy",
  );
  expect(policies).toHaveLength(5);
  for (const { Properties } of policies) {
    expect(Properties.ResponseHeadersPolicyConfig).toMatchObject({
      SecurityHeadersConfig: {
        StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains },
        ContentTypeOptions: { Override: true },
      },
    });
  }
});

test("hashed files are kept for ever and put first; pages are asked for anew", () => {
  const [assets, pages] = ofType(resources, "Custom::CDKBucketDeployment");
  expect(assets?.Properties).toMatchObject({
    Exclude: ["*"],
    Include: ["assets/*", "pindai/qr-worker-*", "en/pindai/qr-worker-*"],
    Prune: false,
    SystemMetadata: { "cache-control": "public, max-age=31536000, immutable" },
  });
  expect(pages).toMatchObject({
    DependsOn: expect.arrayContaining([assets?.id]),
    Properties: {
      Exclude: [
        ...["assets/*", "pindai/qr-worker-*", "en/pindai/qr-worker-*"],
        ".well-known/kartu-asn/*",
      ],
      SystemMetadata: { "cache-control": "no-cache" },
      DistributionPaths: ["/*"],
    },
  });
});

test("the firewall stops floods, and keeps no sample of a request", () => {
  const [acl] = ofType(resources, "AWS::WAFv2::WebACL");
  expect(acl?.stack).toBe("Kartu-Edge");
  expect(config("WebACLId")).toMatchObject({
    "Fn::GetStackOutput": { StackName: "Kartu-Edge", Region: "us-east-1" },
  });
  expect(acl?.Properties.Rules).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ Name: "requests-per-address", Action: { Block: {} } }),
    ]),
  );
  expect(JSON.stringify(acl)).not.toContain('"SampledRequestsEnabled":true');
});

test("a month's budget writes to the alarms' mailbox", () => {
  const [budget] = ofType(resources, "AWS::Budgets::Budget");
  expect(budget).toMatchObject({
    stack: "Kartu-Edge",
    Properties: {
      Budget: { BudgetLimit: { Amount: 200, Unit: "USD" }, TimeUnit: "MONTHLY" },
      NotificationsWithSubscribers: [
        { Notification: { NotificationType: "ACTUAL", Threshold: 80 } },
        { Notification: { NotificationType: "FORECASTED", Threshold: 100 } },
      ],
    },
  });
});

test("without the firewall the distribution has none", () => {
  const withoutWaf = synthesizeResources({ waf: false });
  expect(withoutWaf.filter(({ Type }) => Type === "AWS::WAFv2::WebACL")).toEqual([]);
  expect(
    ofType(withoutWaf, "AWS::CloudFront::Distribution")[0]?.Properties.DistributionConfig,
  ).not.toHaveProperty("WebACLId");
});

test.each([
  [{}, { Count: {} }],
  [{ wafManagedRules: "block" }, { None: {} }],
])("with the settings %j AWS's own rules do %j", (settings, OverrideAction) => {
  const [acl] = ofType(synthesizeResources(settings), "AWS::WAFv2::WebACL");
  const rules = objectsOf(acl?.Properties.Rules);
  expect(rules.filter((rule) => "OverrideAction" in rule)).toEqual([
    expect.objectContaining({ OverrideAction }),
    expect.objectContaining({ OverrideAction }),
  ]);
});

test("the firewall's log has no cookie, path or query, keeps only what a rule stopped or counted, and goes in a week", () => {
  const [logging] = ofType(resources, "AWS::WAFv2::LoggingConfiguration");
  expect(logging?.Properties).toMatchObject({
    RedactedFields: [
      { SingleHeader: { Name: "cookie" } },
      { SingleHeader: { Name: "referer" } },
      { UriPath: {} },
      { QueryString: {} },
    ],
    LoggingFilter: { DefaultBehavior: "DROP" },
  });
  const [log] = ofType(resources, "AWS::Logs::LogGroup").filter(
    ({ stack }) => stack === "Kartu-Edge",
  );
  expect(log?.Properties).toMatchObject({ LogGroupName: "aws-waf-logs-kartu", RetentionInDays: 7 });
});

test("alarms are encrypted on their way, with a key that CloudWatch may use", () => {
  const [topic] = ofType(resources, "AWS::SNS::Topic");
  const key = ofType(resources, "AWS::KMS::Key").find(
    ({ id }) => refersTo(topic?.Properties.KmsMasterKeyId) === id,
  );
  expect(JSON.stringify(key?.Properties.KeyPolicy)).toMatch(
    /kms:Decrypt","kms:GenerateDataKey\*"\],"Condition":\{"StringEquals":\{"aws:SourceAccount":[^[]*"Service":"cloudwatch\.amazonaws\.com"/,
  );
});
