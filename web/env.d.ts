/** Set by the build: every language has its own bundle, so no dictionary is chosen at run time. */
interface ImportMetaEnv {
  readonly LANGUAGE?: "id" | "en";
  /** Vite's own: whether this bundle renders the HTML. */
  readonly SSR: boolean;
  /** Addresses of the stylesheets of each kind of pages: the first, others for everybody, the card, what is one's own, officers' and operators'. */
  readonly HOME_STYLES?: string;
  readonly GUEST_STYLES?: string;
  readonly MEMBER_STYLES?: string;
  readonly OWN_STYLES?: string;
  readonly OFFICE_STYLES?: string;
  /** Address of the stylesheet of the photo's studio, which the own pages have in theirs. */
  readonly STUDIO_STYLES?: string;
  /** Address of the stylesheet of the menu of services, which comes with it. */
  readonly SERVICES_STYLES?: string;
  /** Address of the stylesheet of attendance, which holders and officers read. */
  readonly ATTENDANCE_STYLES?: string;
  /** Address of the module that shows what a check of a card says. */
  readonly RESULT_MODULE?: string;
  /** Address of the worker that reads files of people, in this language. */
  readonly IMPORT_WORKER?: string;
  /** Address of the worker of the photo's studio, the same in all languages. */
  readonly STUDIO_WORKER?: string;
  /** Addresses of the page that scans cards: of the module that answers, of the worker that reads codes, and of what that compiles. */
  readonly ANSWER_MODULE?: string;
  readonly QR_WORKER?: string;
  readonly READER_WASM?: string;
  /** Of a page that works without the network: its address, what its HTML names, and all that its worker keeps. */
  readonly OFFLINE_PAGE?: string;
  readonly OFFLINE_OF_PAGE?: string;
  readonly OFFLINE_FILES?: string;
  readonly OFFLINE_VERSION?: string;
  /** Of its caches, and of the one that pages of all languages share. */
  readonly OFFLINE_NAME?: string;
  readonly OFFLINE_LATER_NAME?: string;
  readonly OFFLINE_LATER?: string;
  /** "1" where the kept page comes before the site's. */
  readonly OFFLINE_FIRST?: string;
  /** The models that the studio's tools need. */
  readonly STUDIO_MODELS?: import("./build/models.ts").ToolModels;
}
interface ImportMeta {
  readonly env: ImportMetaEnv;
}
/**
 * Trusted Types (W3C), which Chromium has: only a policy makes an address that a worker may be started from. It makes an object
 * that stands for the text.
 */
declare const trustedTypes:
  | {
      createPolicy(
        name: string,
        rules: { readonly createScriptURL: (address: string) => string },
      ): { createScriptURL(address: string): string };
    }
  | undefined;

/** Of a service worker (Service Workers, W3C), which the types of pages do not have. */
interface ExtendableEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  /** The browser's own request, sent while the worker started; undefined where there is none. */
  readonly preloadResponse?: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}
declare function addEventListener(
  type: "install" | "activate",
  hear: (event: ExtendableEvent) => void,
): void;
declare function addEventListener(type: "fetch", hear: (event: FetchEvent) => void): void;
declare const registration: ServiceWorkerRegistration;
declare const clients: { claim(): Promise<void> };
