/** Sends a file of people over a link that may break. */
import { backoffMs, wait } from "../api/backoff.ts";
import { NoAnswer } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { type FileForm, postFile } from "../api/post-file.ts";
import type { ImportAnswer } from "./answers.ts";

const attempts = 8;

export type SendProgress =
  | { readonly step: "sending"; readonly share: number }
  /** Until the next attempt. */
  | { readonly step: "waiting"; readonly stalled: boolean };

export interface SentFile {
  /** The same for every attempt, so that they are one import. */
  readonly requestId: string;
  readonly name: string;
  readonly file: Blob;
}

/** What this needs of the network; the page gives the real ones. */
export interface ImportNetwork {
  readonly begin: (sent: SentFile) => Promise<{ readonly id: string; readonly upload?: FileForm }>;
  readonly postFile: typeof postFile;
  readonly read: (id: string) => Promise<Pick<ImportAnswer, "state">>;
  readonly wait: (ms: number) => Promise<void>;
}

/** As long as the API takes; what a name ends with says more than its middle. */
const longestName = 200;

const browser: ImportNetwork = {
  begin: ({ requestId, name, file }) =>
    call("POST /api/officer/imports", {
      body: { requestId, fileName: name.slice(-longestName), size: file.size },
    }),
  read: (id) => call("GET /api/officer/imports/{id}", { params: { id } }),
  ...{ postFile, wait },
};

/**
 * Sends until the file has arrived. Each attempt asks for a new form, since one lives for minutes; a file that arrived although its
 * answer was lost is not sent again.
 * @returns the import's id; undefined when it was cancelled
 * @throws Refusal, NoAnswer when the link stays down: sending again goes on with the same import
 */
export async function sendImport(
  sent: SentFile,
  onProgress: (progress: SendProgress) => void,
  cancelled: AbortSignal,
  network: ImportNetwork = browser,
): Promise<string | undefined> {
  let stalled = false;
  for (let failures = 0; failures < attempts; failures++) {
    if (failures > 0) {
      onProgress({ step: "waiting", stalled });
      await network.wait(backoffMs(failures));
    }
    if (cancelled.aborted) return undefined;
    const begun = await orNothing(network.begin(sent));
    if (!begun) continue;
    if (!begun.upload) return begun.id;
    onProgress({ step: "sending", share: 0 });
    const delivery = await network.postFile(begun.upload, sent.file, {
      onProgress: (share) => onProgress({ step: "sending", share }),
      cancelled,
    });
    if (cancelled.aborted) return undefined;
    if (delivery === "arrived" || (await hasArrived(begun.id, network))) return begun.id;
    stalled = delivery === "stalled";
  }
  throw new NoAnswer("the file could not be sent");
}

async function hasArrived(id: string, network: ImportNetwork): Promise<boolean> {
  const found = await orNothing(network.read(id));
  return found !== undefined && found.state !== "uploading";
}

/** A broken link is what the callers deal with; a refusal is an answer and goes up. */
async function orNothing<Answer>(request: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof NoAnswer) return undefined;
    throw error;
  }
}
