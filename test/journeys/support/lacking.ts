/** Each takes one thing away, as some browser, policy or full disk does: a script that runs before those of the page. */
export const lacking: Readonly<Record<string, string>> = {
  "storage refused": `for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });`,
  "storage null": `for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, { value: null });`,
  "storage full": `Storage.prototype.setItem = () => {
    throw new DOMException("full", "QuotaExceededError"); };`,
  "AbortSignal.timeout": "delete AbortSignal.timeout;",
  "Object.hasOwn": "delete Object.hasOwn;",
  replaceAll: "delete String.prototype.replaceAll;",
  "Array.prototype.at": "delete Array.prototype.at;",
  "crypto.randomUUID": "delete Crypto.prototype.randomUUID;",
  showModal: "delete HTMLDialogElement.prototype.showModal;",
  BroadcastChannel: "delete window.BroadcastChannel;",
};
