/**
 * A page of members that the browser keeps hides itself first, so that not even its first picture shows when it comes back.
 * Small, and there before the page comes to life; what it calls comes when it is needed.
 */
import { pageOf } from "../addresses.ts";
import { memberPages } from "../member-pages.ts";

/** @param app what is hidden */
export function watchReturn(app: HTMLElement): void {
  const isMembers = () => memberPages.includes(pageOf(location.pathname));
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
