/** Components that are loaded when they are needed. One that does not arrive at the second try either shows a notice. */
import { type ComponentType, h } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { lazy } from "preact-iso";
import { PageLost } from "./components/page-lost.tsx";

/**
 * A page, or a part that the build has drawn into the file of its page: it suspends, which leaves what is drawn in its place.
 *
 * @param load the component's module; the build lets each import try once more under a fresh address (web/build/bundle-app.ts)
 */
export const drawnPart = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(() => load().catch((): ComponentType<Props> => PageLost));

/**
 * A part of a page. It does not suspend: what suspends inside a page that has
 * just come takes that page away again, and with it the heading that has the focus.
 *
 * @param Meanwhile what stands in its place until it is there; nothing, unless the reader asked for the part or sees nothing else
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType<Props> = () => null,
) {
  const Drawn = drawnPart(load);
  let isHere = false;
  const preload = async () => {
    await Drawn.preload();
    isHere = true;
  };
  const Part = (props: Props) => {
    const [, redraw] = useState(0);
    useLayoutEffect(() => {
      if (!isHere) void preload().then(() => redraw(1));
    }, []);
    return h(isHere ? Drawn : Meanwhile, props);
  };
  Part.preload = preload;
  return Part;
}

/** A page and the stylesheet of its kind, which is there already unless the application has come from another kind. */
function pageWith(address: string | undefined) {
  return <Props>(load: () => Promise<ComponentType<Props>>) =>
    drawnPart(async () => {
      const [page] = await Promise.all([load(), styles(address)]);
      return page;
    });
}

/** The first page. */
export const homePage = pageWith(import.meta.env.HOME_STYLES);
/** Another page for everybody. */
export const guestPage = pageWith(import.meta.env.GUEST_STYLES);
/** The page of the card. */
export const memberPage = pageWith(import.meta.env.MEMBER_STYLES);
/** A page where holders see and change what is theirs. */
export const ownPage = pageWith(import.meta.env.OWN_STYLES);
/** A page of officers and operators. */
export const officePage = pageWith(import.meta.env.OFFICE_STYLES);

/** The page is shown even if its styles have not arrived, because it can be read without them. */
export function styles(address: string | undefined): Promise<void> | undefined {
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
