/** Small enough to be there from the first moment of a member's page; what it calls comes when it is needed. */
import type { Look } from "./guard-return.ts";

/** A page that the browser keeps hides itself first, so that not even its first picture shows when it comes back. */
export function watchReturn(look: Look): () => void {
  const onHide = ({ persisted }: PageTransitionEvent) => {
    const app = document.getElementById("app");
    if (persisted && app) app.hidden = true;
  };
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    import("./guard-return.ts").then(
      ({ onReturn }) => onReturn(look),
      () => location.reload(),
    );
  };
  addEventListener("pagehide", onHide);
  addEventListener("pageshow", onShow);
  return () => {
    removeEventListener("pagehide", onHide);
    removeEventListener("pageshow", onShow);
  };
}
