/** Components that are loaded when they are needed. One that does not arrive at the second try either shows a notice. */
import type { ComponentType } from "preact";
import { lazy } from "preact-iso";
import { PageLost } from "./components/page-lost.tsx";

/**
 * @param load the component's module; the build lets each import try once more under a fresh address
 * (web/build/bundle-app.ts)
 */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(() => load().catch((): ComponentType<Props> => PageLost));
}

/** A page for everybody. */
export function guestPage<Props>(load: () => Promise<ComponentType<Props>>) {
  return styledPage(load, import.meta.env.GUEST_STYLES);
}

/** The page of the card. */
export function memberPage<Props>(load: () => Promise<ComponentType<Props>>) {
  return styledPage(load, import.meta.env.MEMBER_STYLES);
}

/** A page where holders see and change what is theirs. */
export function ownPage<Props>(load: () => Promise<ComponentType<Props>>) {
  return styledPage(load, import.meta.env.OWN_STYLES);
}

/** A page of officers and operators. */
export function officePage<Props>(load: () => Promise<ComponentType<Props>>) {
  return styledPage(load, import.meta.env.OFFICE_STYLES);
}

/** A page and the stylesheet of its kind, which is there already unless the application has come from another kind. */
function styledPage<Props>(load: () => Promise<ComponentType<Props>>, address: string | undefined) {
  return lazyPart(async () => {
    const [page] = await Promise.all([load(), styles(address)]);
    return page;
  });
}

/** The page is shown even if its styles have not arrived, because it can be read without them. */
function styles(address: string | undefined): Promise<void> | undefined {
  if (!address || typeof document === "undefined") return undefined;
  if (document.querySelector(`link[href="${address}"]`)) return undefined;
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.onload = () => resolve();
    link.onerror = () => resolve();
    document.head.append(link);
  });
}
