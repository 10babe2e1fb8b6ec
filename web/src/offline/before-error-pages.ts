/** Without the network a link would end on the browser's own page of an error: below it stands instead what it needs. */
import { element } from "../verify/element.ts";

/** @param words what is said; links that a worker answers, as to the other language, are followed */
export function tellBeforeErrorPages(words: string): void {
  const told = element("p", { class: "hint", role: "alert" }, words);
  addEventListener("click", async (event) => {
    const link =
      event.target instanceof Element &&
      event.target.closest<HTMLAnchorElement>("a:not([href^='#'])");
    if (!link || navigator.onLine) return;
    event.preventDefault();
    const worker = await navigator.serviceWorker?.getRegistration(link.href);
    if (worker?.active) location.assign(link.href);
    else link.after(told);
  });
}
