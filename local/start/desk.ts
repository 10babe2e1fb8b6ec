/**
 * The demo's desk: what people have beside the product. Its mailbox, and the codes their phones would show. Served on a port of its
 * own, so that the product's origin never gives it out.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { stepMillis, totpCode } from "../cognito/totp.ts";
import { demoPassword } from "../demo/demo-login.ts";
import { demoPeople } from "../demo/people.ts";
import type { Mail } from "../ses/mails.ts";

export interface Desk {
  readonly mails: () => readonly Mail[];
  readonly softwareTokens: () => readonly { readonly username: string; readonly secret: string }[];
  /** Milliseconds since 1970, the cloud's time. */
  readonly now: () => number;
}

export function serveDesk(desk: Desk) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url?.split("?")[0];
    if (path === "/mailbox") answer(response, page("Kotak surat", mailbox(desk)));
    else if (path === "/codes") answer(response, page("Kode TOTP", codes(desk)));
    else response.writeHead(302, { location: "/mailbox" }).end();
  };
}

function mailbox({ mails }: Desk): string {
  const items = mails().map((mail) => {
    const { to, subject, sentAt } = mail;
    return `<article><h2>${escapeHtml(subject)}</h2><p class="meta">${escapeHtml(to.join(", "))} · ${escapeHtml(sentAt)}</p><pre>${escapeHtml(wordsOf(mail))}</pre></article>`;
  });
  return items.join("") || "<p>Belum ada surat.</p>";
}

/** A mail's words; of one that is only HTML without its markup. */
export function wordsOf({ text, html = "" }: Pick<Mail, "text" | "html">): string {
  return text ?? html.replaceAll(/<br\s*\/?>|<\/p>/gi, "\n").replaceAll(/<[^>]+>/g, "");
}

function codes(desk: Desk): string {
  const now = desk.now();
  const secrets = new Map(desk.softwareTokens().map(({ username, secret }) => [username, secret]));
  const rows = demoPeople().flatMap(({ employee, role }) => {
    const secret = secrets.get(employee.nip);
    if (!secret) return [];
    const code = totpCode(secret, now);
    return [
      `<tr><td>${escapeHtml(role ?? employee.name)}</td><td>${employee.nip}</td><td class="code">${code}</td></tr>`,
    ];
  });
  const left = Math.ceil((stepMillis - (now % stepMillis)) / 1000);
  return `<p>Kata sandi semua akun demo: <code>${demoPassword}</code>. Satu kode berlaku satu kali; kode berikutnya dalam ${left} detik.</p>
    <table><thead><tr><th>Akun</th><th>NIP</th><th>Kode</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
    <meta http-equiv="refresh" content="3"><title>${title} · meja demo</title><style>
    body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:52rem;padding:1rem}nav a{margin-right:1rem}pre{white-space:pre-wrap;background:#f4f4f6;padding:.75rem}
    article{border-top:1px solid #ccc}.meta{color:#555}table{border-collapse:collapse}td,th{padding:.4rem .8rem;border-bottom:1px solid #ddd;text-align:left}.code{font:700 1.4rem ui-monospace,monospace}
    </style></head><body><nav><a href="/mailbox">Kotak surat</a><a href="/codes">Kode TOTP</a></nav><h1>${title}</h1>${body}</body></html>`;
}

function answer(response: ServerResponse, html: string): void {
  response
    .writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" })
    .end(html);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
