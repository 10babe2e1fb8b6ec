import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inWords } from "./in-words.ts";
import { memberOf, objectsOf, ofType, type Resource, synthesizeResources } from "./templates.ts";

const resources = synthesizeResources();
const tables = ofType(resources, "AWS::DynamoDB::GlobalTable");
const [pool] = ofType(resources, "AWS::Cognito::UserPool");

function named(list: readonly Resource[], name: string): Resource | undefined {
  return list.find(({ id }) => id.startsWith(name.replaceAll("-", "")));
}

test("every table outlives its stack and can be put back to any second", () => {
  expect(tables).toHaveLength(26);
  for (const { DeletionPolicy, Properties } of tables) {
    expect(DeletionPolicy).toBe("Retain");
    expect(Properties).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      WriteOnDemandThroughputSettings: { MaxWriteRequestUnits: expect.any(Number) },
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      ],
    });
    const ceilings = JSON.stringify(Properties.Replicas).match(/"MaxReadRequestUnits":4000/g);
    // The table's own, and one of each index: they share none.
    expect(ceilings).toHaveLength(1 + objectsOf(Properties.GlobalSecondaryIndexes ?? []).length);
  }
});

test("the guide for operators counts what there is to pay for and to remove", () => {
  const guide = readFileSync("docs/operations.md", "utf8");
  const counted = (noun: string) =>
    [...guide.matchAll(new RegExp(`(${inWords.join("|")}) ${noun}`, "g"))].map(
      ([, word = ""]) => word,
    );
  const keys = ofType(resources, "AWS::KMS::Key");
  expect(counted("tables")).toEqual([inWords[tables.length - 4]]);
  const kept = keys.filter(({ DeletionPolicy }) => DeletionPolicy !== "Delete").length;
  expect(counted("keys")).toEqual([keys.length, kept].map((count) => inWords[count - 4]));
});

const days = ["by-contract-end", "by-start"];
const missing = ["photo", "email", "phone"].map((of) => `by-${of}-missing`);
const peopleLists = ["by-email-failed", ...missing, "by-photo-review"];
test.each([
  ["employee-table", ["id"], ["by-unit", ...days, ...peopleLists, "by-name"], true],
  ["open-change-table", ["id"], ["by-due"], false],
  ["contact-change-table", ["employeeId", "field"], ["by-due", "by-agency"], false],
  ["audit-table", ["subjectId", "revision"], ["by-reading", "by-writing"], false],
  ["photo-table", ["id"], ["by-refused"], true],
  ["card-table", ["id"], ["by-renewal", "by-part"], false],
  ["role-table", ["id"], ["by-units-of"], false],
  ["campaign-table", ["id", "part"], ["by-agency", "by-end", "by-confirmed"], true],
  ["post-table", ["id", "part"], ["by-person"], false],
  ["letter-table", ["id", "part"], ["by-agency", "by-post", "by-person"], false],
  ["attendance-table", ["id", "person"], ["by-person"], true],
  ["agency-table", ["kind", "id"], [], false],
  ["approval-table", ["id"], ["by-queue", "by-asker", "by-person"], false],
  ["document-table", ["id"], ["by-person"], false],
  ["account-table", ["employeeId"], ["by-state"], false],
  ["session-table", ["id"], [], true],
  ["captcha-table", ["id"], ["by-employee", "by-report"], true],
  ["notification-table", ["employeeId", "id"], ["by-running"], false],
  ["rate-limit-table", ["id"], [], true],
  ["print-table", ["id"], ["by-officer"], true],
  ["bulk-table", ["id"], ["by-due"], true],
  ["unit-table", ["instansiId", "id"], ["by-parent"], false],
  ["export-table", ["id"], ["by-officer"], true],
  ["import-table", ["id"], ["by-agency"], true],
])("the %s has its key, indexes and expiry", (name, key, indexes, expires) => {
  const {
    KeySchema,
    GlobalSecondaryIndexes = [],
    TimeToLiveSpecification,
  } = named(tables, name)?.Properties ?? {};
  expect(objectsOf(KeySchema).map(({ AttributeName }) => AttributeName)).toEqual(key);
  expect(objectsOf(GlobalSecondaryIndexes).map(({ IndexName }) => IndexName)).toEqual(indexes);
  expect(TimeToLiveSpecification).toEqual(
    expires ? { AttributeName: "expiresAt", Enabled: true } : undefined,
  );
});

test("records and history have a stream with both images, approvals one with the newest", () => {
  const streams = tables
    .filter(({ Properties }) => Properties.StreamSpecification)
    .map(({ id, Properties }) => [id.replace(/table.*/, ""), Properties.StreamSpecification]);
  expect(Object.fromEntries(streams)).toEqual({
    approval: { StreamViewType: "NEW_IMAGE" },
    // A filter passes what a holder must hear of; of one that was changed history-guard compares both.
    audit: { StreamViewType: "NEW_AND_OLD_IMAGES" },
    employee: { StreamViewType: "NEW_AND_OLD_IMAGES" },
  });
});

test("no bucket is public or takes a plain connection; photos and cards outlive their stack", () => {
  const buckets = ofType(resources, "AWS::S3::Bucket");
  const policies = ofType(resources, "AWS::S3::BucketPolicy").map(({ Properties }) =>
    JSON.stringify(Properties),
  );
  expect(buckets).toHaveLength(9);
  for (const { id, stack, DeletionPolicy, Properties } of buckets) {
    const isKept = stack === "Kartu-Data" || id.startsWith("sealbucket");
    expect(DeletionPolicy).toBe(isKept ? "RetainExceptOnCreate" : "Delete");
    expect(Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: expect.anything(),
    });
    const policy = policies.find((each) => each.includes(id));
    expect(policy).toContain('"aws:SecureTransport":"false"');
    expect(policy).toContain('"s3:TlsVersion":1.2');
  }
});

test("what is not a confirmed photo goes by itself, a preview not before its candidate; only the site may post one", () => {
  const { LifecycleConfiguration, CorsConfiguration } =
    named(ofType(resources, "AWS::S3::Bucket"), "photo-bucket")?.Properties ?? {};
  const rules = objectsOf(memberOf(LifecycleConfiguration, "Rules"));
  expect(
    Object.fromEntries(
      rules.map(({ Prefix = "all", ExpirationInDays }) => [Prefix, ExpirationInDays]),
    ),
  ).toEqual({ "incoming/": 1, "candidates/": 7, "previews/": 9, all: undefined });
  expect(CorsConfiguration).toMatchObject({
    CorsRules: [{ AllowedMethods: ["POST"], AllowedOrigins: ["https://kartu-asn.example"] }],
  });
});

test("old drawings of cards go where they are kept for less and read at once, and none is ever deleted", () => {
  const { LifecycleConfiguration, VersioningConfiguration } =
    named(ofType(resources, "AWS::S3::Bucket"), "card-bucket")?.Properties ?? {};
  expect(LifecycleConfiguration).toEqual({
    Rules: [
      {
        Id: "old-drawings",
        Prefix: "cards/",
        Status: "Enabled",
        Transitions: [{ StorageClass: "GLACIER_IR", TransitionInDays: 90 }],
      },
    ],
  });
  expect(VersioningConfiguration).toBeUndefined();
});

test.each(["print", "export"])(
  "files of %ss go by themselves after a day, finished or not",
  (noun) => {
    const bucket = named(ofType(resources, "AWS::S3::Bucket"), `${noun}-bucket`);
    expect(bucket?.Properties.LifecycleConfiguration).toEqual({
      Rules: [
        {
          Id: `old-${noun}s`,
          Status: "Enabled",
          ExpirationInDays: 1,
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
        },
      ],
    });
  },
);

test("the pool is made before all that is retained: when Cognito refuses, nothing is left behind", () => {
  const kept = resources.filter(
    ({ id, stack, DeletionPolicy = "Delete" }) =>
      stack === "Kartu-Data" && DeletionPolicy !== "Delete" && id !== pool?.id,
  );
  // Keys, buckets, the trail.
  expect(kept).toHaveLength(tables.length + 10 + 6 + 1);
  for (const { id, DependsOn = [] } of kept)
    expect([id, [DependsOn].flat()]).toEqual([id, expect.arrayContaining([pool?.id])]);
});

test("nobody signs up by themselves, and nobody signs in without a second factor", () => {
  expect(pool).toMatchObject({
    DeletionPolicy: "Retain",
    Properties: {
      DeletionProtection: "ACTIVE",
      UserPoolTier: "LITE",
      MfaConfiguration: "ON",
      EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
      UsernameConfiguration: { CaseSensitive: false },
      EmailConfiguration: { EmailSendingAccount: "DEVELOPER" },
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          RequireUppercase: true,
        },
      },
    },
  });
});

test("the reset mail speaks Indonesian and English, and has the code in both", () => {
  expect(pool?.Properties.VerificationMessageTemplate).toMatchObject({
    EmailMessage: expect.stringMatching(/kata sandi[^{]*\{####\}[^{]*password[^{]*\{####\}/),
  });
});

test("an account's employee id is given once", () => {
  expect(pool?.Properties.Schema).toEqual(
    expect.arrayContaining([expect.objectContaining({ Name: "employee_id", Mutable: false })]),
  );
});

test("the one client keeps a secret, and does admin flows only", () => {
  const clients = ofType(resources, "AWS::Cognito::UserPoolClient");
  expect(clients).toHaveLength(1);
  expect(clients[0]?.Properties).toMatchObject({
    GenerateSecret: true,
    ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    AllowedOAuthFlowsUserPoolClient: false,
    PreventUserExistenceErrors: "ENABLED",
    EnableTokenRevocation: true,
    AccessTokenValidity: 15,
    RefreshTokenValidity: 60,
    TokenValidityUnits: { AccessToken: "minutes", RefreshToken: "minutes" },
  });
});

test.each([
  ["session-key", { EnableKeyRotation: true }],
  ["authenticator-key", { EnableKeyRotation: true }],
  ["token-key", { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" }],
  ["check-key", { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" }],
  ["signing-key", { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" }],
  ["signing-key-second", { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" }],
  ["seal-key", { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" }],
])("the %s is of its kind, and is kept", (name, properties) => {
  expect(named(ofType(resources, "AWS::KMS::Key"), name)).toMatchObject({
    DeletionPolicy: "RetainExceptOnCreate",
    Properties: properties,
  });
});
