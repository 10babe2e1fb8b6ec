/** Set by the build: every language has its own bundle, so no dictionary is chosen at run time. */
interface ImportMetaEnv {
  readonly LANGUAGE?: "id" | "en";
}
interface ImportMeta {
  readonly env: ImportMetaEnv;
}
