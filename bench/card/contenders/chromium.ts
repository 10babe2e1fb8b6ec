import { readFile } from "node:fs/promises";
import type { CDPSession, Page } from "playwright-core";
import { faces } from "#shared/card/card-content.ts";
import { panelRadius } from "#shared/card/design/geometry.ts";
import { launchBrowser } from "../../../test/support/browser.ts";
import type { Card } from "../cards.ts";
import type { Contender } from "../contender.ts";
import { fontFiles } from "../fonts.ts";
import { groundSvg, groundsOf, photoSvg, type Scene, scenesOf } from "../scene.ts";

/** A page per face stays open, with fonts and grounds loaded; per card the photo and an inline SVG change, then a screenshot. */
export async function openChromium(cards: readonly Card[]): Promise<Contender> {
  const browser = await launchBrowser();
  const devtools = await browser.newBrowserCDPSession();
  const html = await pageHtml(cards);
  const pages = new Map<string, Page>();
  for (const { face, width, height } of cards[0] ? scenesOf(cards[0]) : []) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.setContent(html);
    await page.evaluate("document.fonts.ready.then(() => true)");
    pages.set(face, page);
  }
  return {
    async draw(card) {
      const photo = `data:image/png;base64,${card.photo.toString("base64")}`;
      const files: Buffer[] = [];
      for (const scene of scenesOf(card)) {
        const page = pages.get(scene.face);
        if (!page) throw new Error(`No page is open for ${faces.join(", ")}.`);
        await page.evaluate(fill(scene, photo));
        files.push(await page.screenshot({ type: "png" }));
      }
      return files;
    },
    cpuMsElsewhere: () => cpuMsOf(devtools),
    peakMbElsewhere: () => peakMbOf(devtools),
  };
}

async function pageHtml(cards: readonly Card[]): Promise<string> {
  const fonts = await Promise.all(
    fontFiles.map(async ({ file, weight }) => {
      const data = await readFile(file, "base64");
      return `@font-face{font-family:"Plus Jakarta Sans";font-weight:${weight};src:url(data:font/woff;base64,${data})}`;
    }),
  );
  const grounds = await Promise.all(
    [...groundsOf(cards)].map(async ([name, ground]) => {
      const png = (await ground.encode("png")).toString("base64");
      return `<img class="ground" id="${name}" hidden src="data:image/png;base64,${png}">`;
    }),
  );
  // A line in every weight, so that no font is loaded while the clock runs.
  const words = fontFiles.map(({ weight }) => `<p style="font-weight:${weight}">x</p>`).join("");
  return `<style>${fonts.join("")}*{margin:0;position:absolute;left:0;top:0}p{font-family:"Plus Jakarta Sans";opacity:0}[hidden]{display:none}</style>${words}${grounds.join("")}<div id="overlay"></div><img id="photo"><div id="onPhoto"></div>`;
}

/** A script for the page; it answers when the photo is decoded. */
function fill(scene: Scene, photo: string): string {
  const place = scene.front?.photo;
  const style = place
    ? `left:${place.x}px;top:${place.y}px;width:${place.width}px;height:${place.height}px;border-radius:${panelRadius}px`
    : "display:none";
  return `(async () => {
    for (const ground of document.querySelectorAll(".ground")) ground.hidden = ground.id !== ${JSON.stringify(scene.ground)};
    document.getElementById("overlay").innerHTML = ${JSON.stringify(groundSvg(scene, true))};
    const onPhoto = document.getElementById("onPhoto");
    onPhoto.innerHTML = ${JSON.stringify(scene.front ? photoSvg(scene.front) : "")};
    onPhoto.style = ${JSON.stringify(style)};
    const photo = document.getElementById("photo");
    photo.style = ${JSON.stringify(style)};
    if (${place !== undefined}) { photo.src = ${JSON.stringify(photo)}; await photo.decode(); }
  })()`;
}

async function cpuMsOf(devtools: CDPSession): Promise<number> {
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

/** Where Linux tells; elsewhere 0, and the browser's memory is not counted. */
async function peakMbOf(devtools: CDPSession): Promise<number> {
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  const peaks = await Promise.all(
    processInfo.map(async ({ id }) => {
      const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
    }),
  );
  return peaks.reduce((sum, peak) => sum + peak, 0);
}
