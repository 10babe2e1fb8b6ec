/**
 * A member's page hides itself before the browser stores it in the back/forward cache, so that its content is not seen when it
 * comes back. This file is small and runs before the page is hydrated; the rest is loaded when it is needed.
 */
import { pageOf } from "../addresses.ts";
import { isMemberPage } from "../member-pages.ts";

/** @param app what is hidden */
export function watchReturn(app: HTMLElement): void {
  const isMembers = () => isMemberPage(pageOf(location.pathname));
  addEventListener("pagehide", ({ persisted }) => {
    if (persisted && isMembers()) app.hidden = true;
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted || !app.hidden) return;
    import("./guard-return.ts").then(
      ({ onReturn }) => onReturn(),
      () => location.reload(),
    );
  });
}
