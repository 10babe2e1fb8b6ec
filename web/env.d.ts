/** Set by the build: every language has its own bundle, so no dictionary is chosen at run time. */
interface ImportMetaEnv {
  readonly LANGUAGE?: "id" | "en";
  /** Addresses of the stylesheets of each kind of pages: the first, others for everybody, the card, what is one's own, officers' and operators'. */
  readonly HOME_STYLES?: string;
  readonly GUEST_STYLES?: string;
  readonly MEMBER_STYLES?: string;
  readonly OWN_STYLES?: string;
  readonly OFFICE_STYLES?: string;
}
interface ImportMeta {
  readonly env: ImportMetaEnv;
}
