/** Set by the build: every language has its own bundle, so no dictionary is chosen at run time. */
interface ImportMetaEnv {
  readonly LANGUAGE?: "id" | "en";
  /** Address of the stylesheet that holders' pages have besides everybody's. */
  readonly MEMBER_STYLES?: string;
  /** …and that of the officers' and operators' pages. */
  readonly OFFICE_STYLES?: string;
}
interface ImportMeta {
  readonly env: ImportMetaEnv;
}
