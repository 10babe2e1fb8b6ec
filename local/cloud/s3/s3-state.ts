import type { CloudContext } from "../kernel/service.ts";
import type { BodyFiles } from "./body-files.ts";
import type { EventOutbox } from "./event-outbox.ts";
import type { ObjectIndex } from "./object-index.ts";

/** @throws AwsError of KMS when the key cannot be used now: disabled, waiting to be deleted, gone */
type RequireKey = (keyArn: string) => void;

/** What every operation works on. */
export interface S3State {
  readonly context: CloudContext;
  readonly index: ObjectIndex;
  readonly files: BodyFiles;
  readonly outbox: EventOutbox;
  readonly requireKey: RequireKey;
  /** Whether a form has to be valid also when its file has arrived; AWS's documents do not say when S3 looks. */
  readonly endsLateForms: boolean;
}
