/** A file as a page that can do nothing: pictures in it, no script, no address of anybody (decision 0092). */
import { createHash } from "node:crypto";
import type { DrawnEvidence } from "#shared/evidence/draw-evidence.ts";
import { pageType } from "#shared/http/answers.ts";

const texts = {
  id: {
    title: "Berkas bukti",
    enlarge: "Perbesar",
    page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
    more: (shown: number) =>
      `Hanya ${shown} halaman pertama yang ditampilkan. Unduh berkasnya untuk melihat semua.`,
    broken: "Berkas ini tidak dapat ditampilkan. Unduh berkasnya untuk membukanya.",
    moreByPost: (shown: number) =>
      `Hanya ${shown} halaman pertama yang ditampilkan. Petugas kepegawaian dapat mengunduh semuanya.`,
    brokenByPost: "Berkas ini tidak dapat ditampilkan. Petugas kepegawaian dapat mengunduhnya.",
  },
  en: {
    title: "Evidence",
    enlarge: "Enlarge",
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    more: (shown: number) =>
      `Only the first ${shown === 1 ? "page is" : `${shown} pages are`} shown. Download the file to see all of it.`,
    broken: "This file cannot be shown. Download it to open it.",
    moreByPost: (shown: number) =>
      `Only the first ${shown === 1 ? "page is" : `${shown} pages are`} shown. The personnel officers can download all of it.`,
    brokenByPost: "This file cannot be shown. The personnel officers can download it.",
  },
} as const;

const style =
  "body{margin:0;padding:8px;background:#e5e7eb;color:#111827;font:1rem system-ui,sans-serif}img{display:block;width:100%;height:auto;background:#fff}p{margin:0}div{overflow:auto;margin:4px 0 12px}input{width:1.5rem;height:1.5rem;vertical-align:middle}label{display:inline-block;padding:.5rem 1rem .5rem .25rem}:checked~div img{width:max(1240px,160%)}";
const hash = createHash("sha256").update(style).digest("base64");

/** The page may stand in a frame of ours alone, and is a sandbox wherever it is opened. */
export const evidencePageHeaders = {
  "content-type": pageType,
  "content-security-policy": [
    "sandbox",
    "default-src 'none'",
    "img-src data:",
    `style-src 'sha256-${hash}'`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join("; "),
} as const;

/** An empty frame, by which the page around this one knows that it came, and no refusal (web/src/officer/file-frame.tsx). */
const mark = "<iframe hidden></iframe>";

/** @param drawn undefined when it cannot be drawn @param byPost the reader cannot download it */
export function evidencePage(
  drawn: DrawnEvidence | undefined,
  language: "id" | "en",
  byPost = false,
): string {
  const text = texts[language];
  const [broken, moreOf] = byPost ? [text.brokenByPost, text.moreByPost] : [text.broken, text.more];
  const shown = drawn?.pictures.map((picture, i) => {
    const page = text.page(i + 1, drawn.pages);
    const src = `data:image/jpeg;base64,${picture.toString("base64")}`;
    // Without a script: a box that is checked makes the picture wide, and keys scroll what is focused.
    const box = `<input type="checkbox" id="p${i}"><label for="p${i}">${text.enlarge}</label>`;
    return `<section><p>${page}</p>${box}<div role="region" aria-label="${page}" tabindex="0"><img alt="${page}" src="${src}"></div></section>`;
  });
  const count = drawn?.pictures.length ?? 0;
  const more = drawn && drawn.pages > count ? `<p>${moreOf(count)}</p>` : "";
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${text.title}</title>` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><style>${style}</style></head>` +
    `<body>${shown?.join("") ?? `<p>${broken}</p>`}${more}${mark}</body></html>`
  );
}
