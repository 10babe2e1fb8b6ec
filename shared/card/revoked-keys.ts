/** The keys whose signatures nobody draws any more, as whoever draws cards knows them (decision 0077). */
export interface RevokedKeys {
  /** Their names, as `kidOf` gives them (strongly consistent read). */
  all(): Promise<ReadonlySet<string>>;
  /** For good. */
  add(kid: string): Promise<void>;
}
