import type { Mail } from "../../cloud/ses/mails.ts";
import { type ConsolePage, escapeHtml } from "./page.ts";

export function mailboxPage(mails: () => readonly Mail[]): ConsolePage {
  const body = () => {
    const items = mails().map((mail) => {
      const { to, subject, sentAt } = mail;
      return `<article><h2>${escapeHtml(subject)}</h2><p class="meta">${escapeHtml(to.join(", "))} · ${escapeHtml(sentAt)}</p><pre>${escapeHtml(wordsOf(mail))}</pre></article>`;
    });
    return items.join("") || "<p>Belum ada surat.</p>";
  };
  return { path: "/mailbox", title: "Kotak surat", isLive: true, body };
}

/** A mail's words; of one that is only HTML without its markup. */
export function wordsOf({ text, html = "" }: Pick<Mail, "text" | "html">): string {
  return text ?? html.replaceAll(/<br\s*\/?>|<\/p>/gi, "\n").replaceAll(/<[^>]+>/g, "");
}
