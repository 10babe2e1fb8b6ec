/** What the console's pages have in common: plain HTML made by the server. */

/** A page of the console, as it stands in its navigation. */
export interface ConsolePage {
  readonly path: string;
  readonly title: string;
  /** Shows what happens meanwhile: its content is fetched again every two seconds, without a page load that moves the focus. */
  readonly isLive: boolean;
  /** @param query of the address */
  readonly body: (query: URLSearchParams) => string;
}

const styles = `
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:0;padding:0}nav a{display:inline-block;padding:.5rem 0}
nav a[aria-current]{font-weight:700;text-decoration:none}pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.75rem;border:1px solid #8884}
article{border-top:1px solid #8888}.meta{opacity:.8}h2{overflow-wrap:anywhere}
.wide{overflow-x:auto}table{border-collapse:collapse}td,th{padding:.4rem .8rem .4rem 0;border-bottom:1px solid #8886;text-align:left;vertical-align:top}
.code{font:700 1.4rem ui-monospace,monospace}button,input{font:inherit;padding:.5rem .75rem;min-height:44px;box-sizing:border-box;max-width:100%}
form p{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end}label{display:block}`;

const follow = `setInterval(async()=>{const main=document.querySelector("main");
const answer=await fetch(location.href).catch(()=>undefined);if(!answer?.ok)return;
const next=new DOMParser().parseFromString(await answer.text(),"text/html").querySelector("main");
if(next&&next.innerHTML!==main.innerHTML&&!main.contains(document.activeElement))main.innerHTML=next.innerHTML},2000)`;

export function htmlOf(
  page: ConsolePage,
  pages: readonly ConsolePage[],
  query: URLSearchParams,
): string {
  const links = pages.map(({ path, title }) => {
    const current = path === page.path ? ' aria-current="page"' : "";
    return `<li><a href="${path}"${current}>${title}</a></li>`;
  });
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${page.title} · konsol demo</title><style>${styles}</style></head><body><nav aria-label="Konsol demo"><ul>${links.join("")}</ul></nav>
<main><h1>${page.title}</h1>${page.body(query)}</main>${page.isLive ? `<script>${follow}</script>` : ""}</body></html>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A table that scrolls by itself where it is wider than the page. @param rows cells in HTML */
export function table(
  name: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const head = heads.map((each) => `<th scope="col">${each}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  return `<div class="wide" role="region" aria-label="${name}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}

const clockFace = new Intl.DateTimeFormat("id-ID", {
  dateStyle: "medium",
  timeStyle: "medium",
  timeZone: "Asia/Jakarta",
});

/** "26 Nov 2026, 14.05.09 WIB". @param time milliseconds since 1970, or ISO 8601 */
export function timeText(time: number | string): string {
  return `${clockFace.format(new Date(time))} WIB`;
}
