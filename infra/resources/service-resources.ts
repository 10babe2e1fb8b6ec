import type { Artifacts } from "../artifacts.ts";
import type { Alarms } from "../constructs/alarms.ts";
import type { Api } from "../constructs/api.ts";
import type { NativeLayer } from "../constructs/native-layer.ts";
import type { Settings } from "../settings.ts";
import type { DataStack } from "../stacks/data-stack.ts";
import type { BulkQueue } from "./bulk-queue.ts";
import type { ExportQueue } from "./export-queue.ts";
import type { FeedbackQueue } from "./feedback-queue.ts";
import type { MailQueue } from "./mail-queue.ts";
import type { Mailer } from "./mailer.ts";
import type { PrintQueue } from "./print-queue.ts";
import type { RedrawQueue } from "./redraw-queue.ts";
import type { ResetQueue } from "./reset-queue.ts";

/** The resources that functions of the service stack may use; each function gets only the rights that it is granted. */
export interface ServiceResources {
  readonly settings: Settings;
  readonly artifacts: Artifacts;
  readonly alarms: Alarms;
  readonly data: DataStack;
  readonly mailer: Mailer;
  readonly api: Api;
  readonly resetQueue: ResetQueue;
  readonly redrawQueue: RedrawQueue;
  readonly printQueue: PrintQueue;
  readonly exportQueue: ExportQueue;
  readonly bulkQueue: BulkQueue;
  readonly mailQueue: MailQueue;
  readonly feedbackQueue: FeedbackQueue;
  /** The layer that draws. */
  readonly canvas: NativeLayer;
  /** The layer that decodes photos. */
  readonly sharp: NativeLayer;
}
