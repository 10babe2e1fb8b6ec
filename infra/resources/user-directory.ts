import { CfnOutput, type CfnResource, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { MathExpression, Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import {
  AccountRecovery,
  CfnUserPool,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolEmail,
  VerificationEmailStyle,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import { acknowledge } from "../constructs/acknowledge.ts";
import { type Alarms, alarmPeriod, mostOfAQuarterHour } from "../constructs/alarms.ts";
import type { NodeFunction } from "../constructs/node-function.ts";
import type { Settings } from "../settings.ts";
import type { Mailer } from "./mailer.ts";

/** Who may sign in; see shared/account/user-directory.ts. The role table says what they may do. */
export class UserDirectory extends Construct {
  readonly #pool: UserPool;
  readonly #client: UserPoolClient;

  constructor(
    scope: Construct,
    { settings, mailer, alarms }: { settings: Settings; mailer: Mailer; alarms: Alarms },
  ) {
    super(scope, "user-directory");
    this.#pool = this.#newPool(settings.cognitoPlan, mailer);
    this.#client = this.#newClient();
    this.#watch(alarms);
    new CfnOutput(Stack.of(this), "UserPool", { value: this.#pool.userPoolId });
    new CfnOutput(Stack.of(this), "UserPoolClient", { value: this.#client.userPoolClientId });
  }

  /** checkPassword, checkCode, registerAuthenticator, resetPassword, revoke. Cognito's other calls of these need no right. */
  grantSignIn(to: NodeFunction): void {
    this.#allow(to, ["cognito-idp:AdminInitiateAuth", "cognito-idp:AdminRespondToAuthChallenge"]);
  }

  /** resetMfa. */
  grantResetMfa(to: NodeFunction): void {
    this.#allow(to, ["cognito-idp:AdminDeleteSoftwareToken"]);
  }

  /** signOutEverywhere, after a password was reset. */
  grantSignOut(to: NodeFunction): void {
    this.#allow(to, ["cognito-idp:AdminUserGlobalSignOut"]);
  }

  /** sendResetCode. */
  grantSendResetCode(to: NodeFunction): void {
    this.#allow(to, ["cognito-idp:AdminUpdateUserAttributes"]);
  }

  /** createUser. Who may set a password could set anybody's, but authenticators stay, and no other function may. */
  grantCreateUser(to: NodeFunction): void {
    this.#allow(to, [
      "cognito-idp:AdminCreateUser",
      "cognito-idp:AdminDeleteUser",
      "cognito-idp:AdminGetUser",
      "cognito-idp:AdminSetUserPassword",
    ]);
  }

  /** deleteUser. */
  grantDeleteUser(to: NodeFunction): void {
    to.allow(["cognito-idp:AdminDeleteUser"], [this.#pool.userPoolArn]);
    to.set("USER_POOL", this.#pool.userPoolId);
  }

  /**
   * Makes others be created after the pool. Cognito refuses the pool while SES has not verified the domain of its mails. If the
   * pool comes first, a refusal leaves nothing behind; otherwise each try would leave the retained resources behind.
   */
  comeBefore(others: readonly CfnResource[]): void {
    const pool = this.#pool.node.defaultChild;
    if (!CfnUserPool.isCfnUserPool(pool)) throw new Error("The pool has no resource.");
    for (const other of others) if (other !== pool) other.addResourceDependency(pool);
  }

  #allow(to: NodeFunction, actions: readonly string[]): void {
    to.allow([...actions, "cognito-idp:DescribeUserPoolClient"], [this.#pool.userPoolArn]);
    to.set("USER_POOL", this.#pool.userPoolId);
    to.set("USER_POOL_CLIENT", this.#client.userPoolClientId);
  }

  /**
   * Cognito counts what an administrator's call does under the client "Admin".
   * https://docs.aws.amazon.com/cognito/latest/developerguide/metrics-for-cognito-user-pools.html
   */
  #watch(alarms: Alarms): void {
    const throttles = (metricName: string, client: string) =>
      new Metric({
        namespace: "AWS/Cognito",
        metricName,
        dimensionsMap: { UserPool: this.#pool.userPoolId, UserPoolClient: client },
        statistic: Stats.SUM,
        period: alarmPeriod,
      });
    const client = this.#client.userPoolClientId;
    alarms.watch(this, {
      metric: new MathExpression({
        expression: "FILL(logins, 0) + FILL(ours, 0) + FILL(refreshes, 0)",
        usingMetrics: {
          logins: throttles("SignInThrottles", client),
          ours: throttles("SignInThrottles", "Admin"),
          refreshes: throttles("TokenRefreshThrottles", client),
        },
        period: alarmPeriod,
      }),
      severity: "mail",
      whenItFails: "Cognito refuses many logins, and people are told to wait",
      threshold: { above: 100 },
      periods: mostOfAQuarterHour,
    });
  }

  /** Long: a list of settings. */
  #newPool(plan: Settings["cognitoPlan"], mailer: Mailer): UserPool {
    const pool = new UserPool(this, "pool", {
      featurePlan: FeaturePlan[plan],
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      // The internal id, because a NIP can change, and Cognito's user name is the NIP.
      customAttributes: {
        employee_id: new StringAttribute({ mutable: false, minLen: 5, maxLen: 64 }),
      },
      passwordPolicy: {
        minLength: 12,
        requireUppercase: true,
        requireLowercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      enableSmsRole: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      email: UserPoolEmail.withSES({
        fromEmail: mailer.from,
        fromName: "Kartu ASN Virtual",
        sesVerifiedDomain: mailer.domain,
        configurationSetName: mailer.configurationSet,
      }),
      userVerification: {
        emailStyle: VerificationEmailStyle.CODE,
        emailSubject: "Kode aktivasi atau kata sandi · Activation or password code",
        emailBody: resetMail,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(pool, {
      "AwsSolutions-COG8":
        "Threat protection would judge our functions' addresses instead of people's (decision 0031); captcha, limits per NIP and address, and TOTP for everyone stand in its place.",
    });
    return pool;
  }

  /** It is confidential and allows only admin flows, so that nobody reaches Cognito without our captcha and limits. */
  #newClient(): UserPoolClient {
    const attributes = new ClientAttributes().withStandardAttributes({ email: true });
    return this.#pool.addClient("client", {
      generateSecret: true,
      // Cognito wants the refresh of tokens allowed too («REFRESH_TOKEN_AUTH should always be allowed», aws/aws-cdk, issue 7625).
      authFlows: { adminUserPassword: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      // Cognito's shortest: each is revoked at once, and a revocation may fail.
      refreshTokenValidity: Duration.hours(1),
      // As long as a first login may take, with the installation of an authenticator.
      authSessionValidity: Duration.minutes(15),
      readAttributes: attributes.withCustomAttributes("employee_id"),
      writeAttributes: attributes,
    });
  }
}

/** Cognito puts the code in place of {####}. It asks for HTML. */
const resetMail = `<p>Kode untuk mengaktifkan akun atau membuat kata sandi baru Kartu ASN Virtual Anda: <b>{####}</b></p>
<p>Kode berlaku satu jam. Jangan berikan kode ini kepada siapa pun, termasuk petugas. Jika Anda tidak memintanya, abaikan surel ini.</p>
<hr>
<p>Your code to activate your account of Kartu ASN Virtual, or to make a new password: <b>{####}</b></p>
<p>It is valid for one hour. Do not give it to anyone, not even to an officer. If you did not ask for it, ignore this mail.</p>`;
