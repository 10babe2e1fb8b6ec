import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Artifacts } from "../artifacts.ts";
import { Api } from "../constructs/api.ts";
import { Dashboard } from "../constructs/dashboard.ts";
import { NativeLayer } from "../constructs/native-layer.ts";
import { AccountRecovery } from "../functions/account-recovery.ts";
import { AccountsApi } from "../functions/accounts-api.ts";
import { AgencyApi } from "../functions/agency-api.ts";
import { BulkWorker } from "../functions/bulk-worker.ts";
import { Calendar } from "../functions/calendar.ts";
import { Canary } from "../functions/canary.ts";
import { CardRenderer } from "../functions/card-renderer.ts";
import { ContactChanger } from "../functions/contact-changer.ts";
import { EvidenceApi } from "../functions/evidence-api.ts";
import { HistoryGuard } from "../functions/history-guard.ts";
import { HistorySealer } from "../functions/history-sealer.ts";
import { HolderApi } from "../functions/holder-api.ts";
import { ImportJudge } from "../functions/import-judge.ts";
import { LeaverEraser } from "../functions/leaver-eraser.ts";
import { ListExporter } from "../functions/list-exporter.ts";
import { MailFeedback } from "../functions/mail-feedback.ts";
import { MailSender } from "../functions/mail-sender.ts";
import { Notifier } from "../functions/notifier.ts";
import { OperatorApi } from "../functions/operator-api.ts";
import { PersonApi } from "../functions/person-api.ts";
import { PhotoIntake } from "../functions/photo-intake.ts";
import { Reconciler } from "../functions/reconciler.ts";
import { RecordsApi } from "../functions/records-api.ts";
import { RequestApi } from "../functions/request-api.ts";
import { RoleFollower } from "../functions/role-follower.ts";
import { SessionApi } from "../functions/session-api.ts";
import { UnitPrinter } from "../functions/unit-printer.ts";
import { VerifyApi } from "../functions/verify-api.ts";
import { BulkQueue } from "../resources/bulk-queue.ts";
import { ExportQueue } from "../resources/export-queue.ts";
import { FeedbackQueue } from "../resources/feedback-queue.ts";
import { KeyGuard } from "../resources/key-guard.ts";
import { MailQueue } from "../resources/mail-queue.ts";
import type { Mailer } from "../resources/mailer.ts";
import { PrintQueue } from "../resources/print-queue.ts";
import { RedrawQueue } from "../resources/redraw-queue.ts";
import { ResetQueue } from "../resources/reset-queue.ts";
import { SealBucket } from "../resources/seal-bucket.ts";
import { SealKey } from "../resources/seal-key.ts";
import type { ServiceResources } from "../resources/service-resources.ts";
import type { Settings } from "../settings.ts";
import type { DataStack } from "./data-stack.ts";

export interface ServiceStackProps extends StackProps {
  readonly settings: Settings;
  readonly artifacts: Artifacts;
  readonly data: DataStack;
  readonly mailer: Mailer;
}

/** The functions. `infra/functions/` has a file for each: what it may do, and what starts it. */
export class ServiceStack extends Stack {
  readonly api: Api;

  /** Long: a table of contents, one line for each function. */
  constructor(
    scope: Construct,
    id: string,
    { settings, artifacts, data, mailer, ...props }: ServiceStackProps,
  ) {
    super(scope, id, props);
    this.api = new Api(this, { ...settings, alarms: data.alarms });
    const resources: ServiceResources = {
      settings,
      artifacts,
      alarms: data.alarms,
      data,
      mailer,
      api: this.api,
      resetQueue: new ResetQueue(this, data.alarms),
      redrawQueue: new RedrawQueue(this, data.alarms),
      printQueue: new PrintQueue(this, data.alarms),
      exportQueue: new ExportQueue(this, data.alarms),
      bulkQueue: new BulkQueue(this, data.alarms),
      mailQueue: new MailQueue(this, data.alarms),
      feedbackQueue: new FeedbackQueue(this, data.alarms, mailer),
      canvas: new NativeLayer(this, "canvas", artifacts),
      sharp: new NativeLayer(this, "sharp", artifacts),
    };

    const cardRenderer = new CardRenderer(this, resources);
    const sessionApi = new SessionApi(this, resources);
    const holderApi = new HolderApi(this, resources, cardRenderer);
    const recordsApi = new RecordsApi(this, resources);
    const personApi = new PersonApi(this, resources, cardRenderer);
    const accountsApi = new AccountsApi(this, resources);
    const operatorApi = new OperatorApi(this, resources);
    const verifyApi = new VerifyApi(this, resources);
    const agencyApi = new AgencyApi(this, resources);
    const evidenceApi = new EvidenceApi(this, resources);
    const requestApi = new RequestApi(this, resources);
    const roleFollower = new RoleFollower(this, resources);
    const accountRecovery = new AccountRecovery(this, resources);
    const photoIntake = new PhotoIntake(this, resources);
    const unitPrinter = new UnitPrinter(this, resources);
    const listExporter = new ListExporter(this, resources);
    const importJudge = new ImportJudge(this, resources);
    const bulkWorker = new BulkWorker(this, resources, roleFollower);
    const notifier = new Notifier(this, resources);
    const mailSender = new MailSender(this, resources);
    const mailFeedback = new MailFeedback(this, resources);
    new Reconciler(this, resources);
    new Calendar(this, resources);
    new ContactChanger(this, resources);
    new LeaverEraser(this, resources);
    const canary = new Canary(this, resources);
    new HistoryGuard(this, resources);
    // Here and not beside the data: whoever may change the one need not be able to change the other.
    const key = new SealKey(this);
    new HistorySealer(this, resources, {
      bucket: new SealBucket(this, data.alarms, settings),
      key,
    });
    new KeyGuard(this, data.alarms, "seals");

    new Dashboard(this, {
      api: this.api,
      functions: {
        "Whoever signs in": [sessionApi, accountRecovery],
        "Holders: their card, photo and notices": [
          holderApi,
          cardRenderer,
          photoIntake,
          notifier,
          mailSender,
          mailFeedback,
        ],
        "Verifiers: checks of cards, and the canary's": [verifyApi, canary],
        "Officers and operators": [
          recordsApi,
          accountsApi,
          personApi,
          unitPrinter,
          listExporter,
          operatorApi,
          agencyApi,
          evidenceApi,
          requestApi,
          roleFollower,
          importJudge,
          bulkWorker,
        ],
      },
      waiting: {
        uploads: data.photoQueue,
        resets: resources.resetQueue,
        redraws: resources.redrawQueue,
        prints: resources.printQueue,
        exports: resources.exportQueue,
        imports: data.importQueue,
        "bulk work": resources.bulkQueue,
        mails: resources.mailQueue,
        "mails that come back": resources.feedbackQueue,
      },
      runbookUrl: settings.runbookUrl,
    });
  }
}
