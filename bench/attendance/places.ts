/** What a process of its own needs to read and write months as functions would. It loads nothing of the cloud, whose memory is not theirs. */
export interface Places {
  readonly client: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
    readonly maxAttempts: number;
  };
  readonly tableName: string;
  /** A file of a machine, each, and the agency that has brought them. */
  readonly files: readonly string[];
  readonly instansiId: string;
}
