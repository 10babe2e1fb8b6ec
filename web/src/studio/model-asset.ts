/** A model as a file of the site: its name holds the beginning of its digest, so what lies at an address never changes. */
export interface ModelAsset {
  readonly address: string;
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
}
