/** The commands of docs/operations.md that its test does not run. */

/** What only AWS can do, or another test does, each with the reason. */
export const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^aws account /, "the embedded cloud has one region, and it is there"],
  [/^aws iam set-security-token-service-preferences/, "the embedded cloud has no STS"],
  [
    /^aws lambda get-account-settings/,
    "quotas of an account are AWS's; settings.test.ts tests what we make of them",
  ],
  [/^aws acm request-certificate/, "loopback has no TLS"],
  [/^npx cdk bootstrap/, "the embedded cloud needs no bucket for assets"],
  [
    /^aws cloudformation /,
    "no stack can fail half way here; storage.test.ts tests what is left behind",
  ],
  [/^aws dynamodb update-table /, "an example without a table"],
  [/^aws cognito-idp update-user-pool /, "an example without a pool"],
  [/^npx cdk diff/, "it compares with what CloudFormation has"],
  [/^npm run build$/, "product.ts has built it before this test"],
  [
    /^npm install --package-lock-only/,
    "it asks the registry; layers.test.ts compares the lockfiles",
  ],
  [
    /^npx vitest run --project unit --project pictures test\/shared\/card\/drawing$/,
    "npm test runs it",
  ],
  [
    /^node test\/shared\/card\/drawing\/redraw-golden.ts$/,
    "it would replace the pictures that tests compare with",
  ],
  [/^npm start$/, "start.test.ts starts it"],
  [/^aws dynamodb restore-table-to-point-in-time/, "the embedded cloud keeps no backups"],
  [
    /^aws cloudwatch put-alarm-mute-rule /,
    "the embedded cloud mails no alarms; alarms.test.ts tests which ones it names",
  ],
  [/^aws s3 ls /, "CloudTrail writes there, which the embedded cloud does not have"],
  [/^aws s3 rm /, "it belongs to the removal of the stacks"],
  [/^npx cdk destroy/, "the embedded cloud is removed with its folder"],
  [/^aws logs /, "the embedded cloud's logs are files"],
];
