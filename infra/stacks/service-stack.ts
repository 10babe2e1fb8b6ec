import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Artifacts } from "../artifacts.ts";
import { Api } from "../constructs/api.ts";
import { NativeLayer } from "../constructs/native-layer.ts";
import { NodeFunction, type NodeFunctionProps } from "../constructs/node-function.ts";
import { Schedules } from "../constructs/schedules.ts";
import type { Mailer } from "../resources/mailer.ts";
import { PrintQueue } from "../resources/print-queue.ts";
import { RecoveryQueue } from "../resources/recovery-queue.ts";
import { RedrawQueue } from "../resources/redraw-queue.ts";
import type { Settings } from "../settings.ts";
import type { DataStack } from "./data-stack.ts";

export interface ServiceStackProps extends StackProps {
  readonly settings: Pick<
    Settings,
    "newEmailWaitHours" | "loginFailuresPerLevel" | "loginWorkSeconds" | "deviceDays"
  >;
  readonly artifacts: Artifacts;
  readonly data: DataStack;
  readonly mailer: Mailer;
}

/** What works: the functions, what each may do, and what starts it. */
export class ServiceStack extends Stack {
  readonly api: Api;
  readonly #settings: ServiceStackProps["settings"];
  readonly #artifacts: Artifacts;
  readonly #data: DataStack;
  readonly #mailer: Mailer;
  readonly #recoveryQueue: RecoveryQueue;
  readonly #redrawQueue: RedrawQueue;
  readonly #printQueue: PrintQueue;
  readonly #canvas: NativeLayer;
  readonly #sharp: NativeLayer;

  constructor(
    scope: Construct,
    id: string,
    { settings, artifacts, data, mailer, ...props }: ServiceStackProps,
  ) {
    super(scope, id, props);
    this.#settings = settings;
    this.#artifacts = artifacts;
    this.#data = data;
    this.#mailer = mailer;
    this.#recoveryQueue = new RecoveryQueue(this, data.alarms);
    this.#redrawQueue = new RedrawQueue(this, data.alarms);
    this.#printQueue = new PrintQueue(this, data.alarms);
    this.#canvas = new NativeLayer(this, "canvas", artifacts);
    this.#sharp = new NativeLayer(this, "sharp", artifacts);

    this.api = new Api(this);
    this.api.route("/api/session", this.#sessionApi());
    this.api.route("/api/me", this.#holderApi());
    this.api.route("/api/officer", this.#recordsApi());
    this.api.route("/api/verify", this.#verifyApi());
    this.api.route("/api/operator/template", this.#templatePreview());

    this.#accountRecovery();
    this.#photoIntake();
    this.#cardRenderer();
    this.#unitPrinter();
    this.#notifier();
    this.#scheduledJobs();
  }

  #sessionApi(): NodeFunction {
    const api = this.#apiFunction("session-api", {
      whenItFails: "Nobody can log in, activate an account or reset a password",
      concurrency: 60,
    });
    this.#data.sessionTable.grantKeep(api);
    this.#data.roleTable.grantFind(api);
    this.#data.sessionKey.grantSeal(api);
    this.#data.captchaTable.grantUse(api);
    this.#data.rateLimitTable.grantGuard(api);
    this.#data.employeeTable.grantFind(api);
    this.#data.userDirectory.grantSignIn(api);
    this.#data.userDirectory.grantSignOut(api);
    this.#recoveryQueue.grantSend(api);
    this.#nameLoginLimits(api);
    return api;
  }

  #holderApi(): NodeFunction {
    const api = this.#apiFunction("holder-api", {
      whenItFails: "Holders cannot see their card or send a photo",
      concurrency: 60,
    });
    this.#data.sessionTable.grantTouch(api);
    this.#data.employeeTable.grantSave(api);
    this.#data.auditTable.grantAppend(api);
    this.#data.cardTable.grantFind(api);
    this.#data.cardBucket.grantLink(api);
    this.#data.photoTable.grantExpect(api);
    this.#data.photoBucket.grantOffer(api);
    this.#data.notificationTable.grantList(api);
    this.#data.rateLimitTable.grantCount(api);
    this.#redrawQueue.grantSend(api);
    return api;
  }

  #recordsApi(): NodeFunction {
    const api = this.#apiFunction("records-api", {
      whenItFails: "Officers cannot look up or change records",
      concurrency: 20,
    });
    this.#data.sessionTable.grantTouch(api);
    this.#data.roleTable.grantFind(api);
    this.#data.employeeTable.grantSave(api);
    this.#data.employeeTable.grantSearch(api);
    this.#data.auditTable.grantAppend(api);
    this.#data.auditTable.grantHistory(api);
    this.#data.employeeTable.grantListUnit(api);
    this.#nameEmailWait(api);
    this.#data.rateLimitTable.grantCount(api);
    this.#data.printTable.grantRequest(api);
    this.#data.printBucket.grantLink(api);
    this.#printQueue.grantSend(api);
    return api;
  }

  #verifyApi(): NodeFunction {
    const api = this.#apiFunction("verify-api", {
      whenItFails: "Nobody can check a card by its QR code",
      concurrency: 40,
    });
    this.#data.captchaTable.grantUse(api);
    this.#data.rateLimitTable.grantGuard(api);
    this.#data.cardTable.grantFind(api);
    this.#data.employeeTable.grantFind(api);
    this.#data.photoBucket.grantReadSmall(api);
    return api;
  }

  /** Reads nothing but who is asking and whether an operator is: what it draws is nobody's. */
  #templatePreview(): NodeFunction {
    const preview = this.#function("template-preview", {
      whenItFails: "Operators cannot look at cards in a new template before it goes out",
      concurrency: 8,
      memoryMiB: 1769,
      timeout: Duration.seconds(10),
      layers: [this.#canvas],
    });
    this.#data.site.name(preview);
    this.#data.hmacKey.grantDerive(preview);
    this.#data.sessionTable.grantTouch(preview);
    this.#data.employeeTable.grantFind(preview);
    this.#data.roleTable.grantFind(preview);
    return preview;
  }

  #accountRecovery(): void {
    const recovery = this.#function("account-recovery", {
      whenItFails: "Reset codes are not sent; forgotten passwords and new accounts wait",
      concurrency: 5,
      memoryMiB: 512,
      timeout: this.#recoveryQueue.consumerTimeout,
    });
    this.#data.sessionTable.grantSettle(recovery);
    this.#data.employeeTable.grantFind(recovery);
    this.#data.rateLimitTable.grantCount(recovery);
    this.#data.userDirectory.grantRecover(recovery);
    this.#nameEmailWait(recovery);
    this.#recoveryQueue.feed(recovery, { concurrency: 5 });
  }

  #photoIntake(): void {
    const intake = this.#function("photo-intake", {
      whenItFails: "Uploaded photos are not judged; nobody can change a photo",
      concurrency: 10,
      memoryMiB: 3008,
      timeout: this.#data.photoQueue.consumerTimeout,
      layers: [this.#sharp, this.#canvas],
    });
    this.#data.site.name(intake);
    this.#data.photoTable.grantDecide(intake);
    this.#data.photoBucket.grantJudge(intake);
    this.#data.employeeTable.grantFind(intake);
    // One each: a picture that kills its judge must not take others with it.
    this.#data.photoQueue.feed(intake, { concurrency: 10, batchSize: 1 });
  }

  #cardRenderer(): void {
    const renderer = this.#function("card-renderer", {
      whenItFails: "New cards are not drawn; changed cards show «sedang dibuat»",
      concurrency: 50,
      memoryMiB: 1769,
      timeout: this.#redrawQueue.consumerTimeout,
      layers: [this.#canvas],
    });
    this.#data.site.name(renderer);
    this.#data.employeeTable.grantFind(renderer);
    this.#data.photoBucket.grantRead(renderer);
    this.#data.cardTable.grantIssue(renderer);
    this.#data.cardBucket.grantStore(renderer);
    this.#data.tokenKey.grantToken(renderer);
    this.#data.checkKey.grantCode(renderer);
    this.#redrawQueue.feed(renderer, { concurrency: 10 });
    this.#data.employeeTable.feed(renderer, {
      alarms: this.#data.alarms,
      whenItFails: "A change of a record did not lead to a new card; the reconciler asks again",
      filter: {
        dynamodb: { NewImage: { type: { S: ["employee"] }, cardChanged: { BOOL: [true] } } },
      },
      batchSize: 5,
    });
  }

  #unitPrinter(): void {
    const printer = this.#function("unit-printer", {
      whenItFails: "Officers cannot print the cards of a unit",
      concurrency: 2,
      memoryMiB: 1769,
      timeout: this.#printQueue.consumerTimeout,
      layers: [this.#canvas],
    });
    this.#data.site.name(printer);
    this.#data.employeeTable.grantFind(printer);
    this.#data.employeeTable.grantListUnit(printer);
    this.#data.cardTable.grantFind(printer);
    this.#data.photoBucket.grantRead(printer);
    this.#data.tokenKey.grantToken(printer);
    this.#data.checkKey.grantCode(printer);
    this.#data.auditTable.grantAppend(printer);
    this.#data.printTable.grantAdvance(printer);
    this.#data.printBucket.grantStore(printer);
    this.#printQueue.feed(printer, { concurrency: 2, batchSize: 1 });
  }

  #notifier(): void {
    const notifier = this.#function("notifier", {
      whenItFails: "Holders are not told that their card changed",
      concurrency: 20,
      memoryMiB: 512,
      timeout: Duration.seconds(30),
    });
    this.#data.site.name(notifier);
    this.#data.notificationTable.grantAdd(notifier);
    this.#mailer.grantSend(notifier);
    this.#data.employeeTable.feed(notifier, {
      alarms: this.#data.alarms,
      whenItFails: "A holder was not told of a change of the card",
      filter: {
        eventName: ["MODIFY"],
        dynamodb: { NewImage: { type: { S: ["employee"] }, holderTold: { BOOL: [true] } } },
      },
      batchSize: 10,
    });
  }

  #scheduledJobs(): void {
    const jobs = this.#function("scheduled-jobs", {
      whenItFails: "Lost cards and photos are not repaired, and nobody is told of ended contracts",
      // Both jobs at once, at five past midnight.
      concurrency: 2,
      memoryMiB: 512,
      timeout: Duration.minutes(4),
    });
    this.#data.employeeTable.grantSave(jobs);
    this.#data.employeeTable.grantSweep(jobs);
    this.#data.auditTable.grantAppend(jobs);
    this.#data.cardTable.grantFind(jobs);
    this.#data.photoBucket.grantListIncoming(jobs);
    this.#data.photoQueue.grantSend(jobs);
    this.#redrawQueue.grantSend(jobs);
    const schedules = new Schedules(jobs, {
      alarms: this.#data.alarms,
      whenItFails: "A scheduled job could not even be started",
    });
    schedules.run("reconcile", "rate(5 minutes)");
    schedules.run("contract-ends", "cron(5 0 * * ? *)");
  }

  #nameEmailWait(to: NodeFunction): void {
    to.set("NEW_EMAIL_WAIT_HOURS", String(this.#settings.newEmailWaitHours));
  }

  #nameLoginLimits(to: NodeFunction): void {
    const { loginFailuresPerLevel, loginWorkSeconds, deviceDays } = this.#settings;
    to.set("LOGIN_FAILURES_PER_LEVEL", String(loginFailuresPerLevel));
    to.set("LOGIN_WORK_SECONDS", String(loginWorkSeconds));
    to.set("DEVICE_DAYS", String(deviceDays));
  }

  #apiFunction(name: string, props: Pick<NodeFunctionProps, "whenItFails" | "concurrency">) {
    const api = this.#function(name, { memoryMiB: 512, timeout: Duration.seconds(10), ...props });
    this.#data.site.name(api);
    this.#data.hmacKey.grantDerive(api);
    return api;
  }

  #function(name: string, props: Omit<NodeFunctionProps, "alarms" | "artifacts">): NodeFunction {
    return new NodeFunction(this, name, {
      alarms: this.#data.alarms,
      artifacts: this.#artifacts,
      ...props,
    });
  }
}
