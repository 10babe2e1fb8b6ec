/** What a process of its own needs to work on an import as the functions do. It loads nothing of the cloud, whose memory is not theirs. */
import type { ImportId } from "#shared/import/import.ts";

export interface Places {
  readonly client: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
    readonly maxAttempts: number;
  };
  /** Names, by noun. */
  readonly tables: Readonly<Record<string, string>>;
  readonly bucket: string;
  readonly importId: ImportId;
  /** Where the file is on this disk. */
  readonly path: string;
}

export const bulkId = "blk_bench";
