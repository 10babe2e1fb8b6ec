/** Opens a dialog over the page; where the browser has none (Safari before 15.4), as a part of the page that takes the focus. */
export function openDialog(dialog: HTMLDialogElement): void {
  if (dialog.hasAttribute("open")) return;
  if (typeof dialog.showModal === "function") {
    dialog.showModal();
    return;
  }
  dialog.setAttribute("open", "");
  dialog.setAttribute("role", "dialog");
  dialog.tabIndex = -1;
  dialog.focus();
}

/** The dialog hears `close` of it, in every browser. */
export function closeDialog(dialog: HTMLDialogElement): void {
  if (typeof dialog.close === "function") {
    dialog.close();
    return;
  }
  if (!dialog.hasAttribute("open")) return;
  dialog.removeAttribute("open");
  dialog.dispatchEvent(new Event("close"));
}
