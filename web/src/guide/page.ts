/** The guide's pages: plain HTML, made at build time from its chapters, which no script is needed for. */
import { inLanguage, type Language } from "../addresses.ts";
import { locales } from "../clock-words.ts";
import { escapeHtml } from "../escape-html.ts";
import { en as pageEn } from "../messages/en/verify-page.ts";
import { id as pageId } from "../messages/id/verify-page.ts";
import { framed } from "../verify/frame.ts";
import { chapterPath, guidePath } from "./addresses.ts";
import {
  chaptersIn,
  type GuideChapter,
  type GuidePlace,
  type GuideSection,
  guideFrame,
} from "./chapters.ts";

const frames = { id: pageId, en: pageEn };

interface GuidePage {
  /** In Indonesian, with a slash at its end. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

/** A picture's file, and its size on the page. */
interface Picture {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/** What of the guide are files of their own. */
interface GuideFiles {
  /** By CHAPTER-SECTION. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly pdf: { readonly address: string; readonly bytes: number };
}

/** The contents, then every chapter. */
export function guidePages(language: Language, files: GuideFiles): readonly GuidePage[] {
  const chapters = chaptersIn(language);
  const { pictures } = files;
  const told = chapters.map((_, at) => chapter(language, { chapters, at, pictures }));
  return [contents(language, chapters, files), ...told];
}

/** What stands at a page's own address of the guide: it leads on by itself, and has a link where a browser does not. */
export function leadingOn(language: Language, place: GuidePlace) {
  const { title, onward } = guideFrame[language];
  const leadsTo = inLanguage(language, chapterPath(place));
  const main = `<p><a href="${leadsTo}">${onward}</a></p>`;
  return {
    title,
    leadsTo,
    body: framed({ language, path: guidePath, title }, frames[language], main),
  };
}

function contents(
  language: Language,
  chapters: readonly GuideChapter[],
  { pdf }: GuideFiles,
): GuidePage {
  const { title, lead, contents: heading, pdf: download, help, licences } = guideFrame[language];
  const size = (pdf.bytes / 1e6).toLocaleString(locales[language], { maximumFractionDigits: 1 });
  const items = chapters.map(
    (each) =>
      `<li><a href="${addressOf(language, each)}">${each.title}</a><p>${each.lead}</p></li>`,
  );
  const main = `<p>${lead}</p><section><h2>${heading}</h2><ol class="contents">${items.join("")}</ol></section>
<p><a href="${pdf.address}" download="buku-petunjuk-kartu-asn.pdf">${download(size)}</a></p>
<p>${help}</p>
<p><a href="/THIRD-PARTY.txt">${licences}</a></p>`;
  const body = framed({ language, path: guidePath, title }, frames[language], main);
  return { path: guidePath, title, description: lead, body };
}

interface Shown {
  readonly chapters: readonly GuideChapter[];
  readonly at: number;
  readonly pictures: GuideFiles["pictures"];
}

function chapter(language: Language, { chapters, at, pictures }: Shown): GuidePage {
  const shown = chapters[at];
  if (!shown) throw new Error("There is no such chapter.");
  const { name, title, lead, sections } = shown;
  const frame = guideFrame[language];
  const parts = Object.entries(sections).map(
    ([id, section]) =>
      `<section id="${id}"><h2>${section.title}</h2>${said(section)}${shownIn(section, pictures.get(`${name}-${id}`))}</section>`,
  );
  const ways = [
    [frame.before, chapters[at - 1]],
    [frame.after, chapters[at + 1]],
  ] as const;
  const links = ways.flatMap(([label, other]) =>
    other ? [`<li>${label}: <a href="${addressOf(language, other)}">${other.title}</a></li>`] : [],
  );
  const path = chapterPath(name);
  const main = `<p class="chapter"><a href="${inLanguage(language, guidePath)}">${frame.title}</a>, ${frame.chapter(at + 1)}</p>
<p>${lead}</p>${parts.join("")}
<nav aria-label="${frame.contents}"><ul>${links.join("")}<li><a href="${inLanguage(language, guidePath)}">${frame.contents}</a></li></ul></nav>`;
  return {
    path,
    title: `${title} – ${frame.title}`,
    description: lead,
    body: framed({ language, path, title }, frames[language], main),
  };
}

function addressOf(language: Language, { name }: GuideChapter): string {
  return inLanguage(language, chapterPath(name));
}

function said({ text = [], steps, points }: GuideSection): string {
  const items = (lines: readonly string[]) => lines.map((line) => `<li>${line}</li>`).join("");
  return [
    ...text.map((line) => `<p>${line}</p>`),
    steps ? `<ol>${items(steps)}</ol>` : "",
    points ? `<ul>${items(points)}</ul>` : "",
  ].join("");
}

/** It comes when somebody scrolls to it; its place is kept. */
function shownIn({ picture }: GuideSection, file: Picture | undefined): string {
  if (!picture || !file) return "";
  const { address, width, height } = file;
  return `<img src="${address}" width="${width}" height="${height}" loading="lazy" decoding="async" alt="${escapeHtml(picture)}">`;
}
