/** What somebody does in the photo studio. */
import type { Page } from "playwright-core";
import type { Visitor } from "./visitor.ts";

/** Chooses a picture, and waits until what was found from before is gone: all that is seen is of the picture that was chosen. */
export async function choosePicture(
  visitor: Visitor,
  buffer: Buffer,
  name = "IMG_2026.jpg",
): Promise<void> {
  const [chooser] = await Promise.all([
    visitor.page.waitForEvent("filechooser"),
    visitor.press("Pilih Foto"),
  ]);
  await chooser.setFiles({ name, mimeType: "image/jpeg", buffer });
  await isReplaced(visitor);
}

export async function isReplaced({ page }: Visitor): Promise<void> {
  await page.getByText("masih tersimpan").waitFor({ state: "detached" });
}

/** The studio is open, in its first step. */
export async function isOpened(visitor: Visitor): Promise<void> {
  await visitor.sees("Letakkan mata pada garis putus-putus");
}

/** Cuts the person out before a plain wall, and waits until it is done. @param press how buttons are pressed */
export async function cutOut(
  visitor: Visitor,
  press = (name: string) => visitor.press(name),
): Promise<void> {
  await press("Hapus latar");
  await visitor.button("Kembalikan latar").waitFor();
  await visitor.page.locator('[data-drawn="true"]').waitFor();
}

/** How far the mean colours of the upper and the lower tenth of what the frame shows are apart, 0 to 441. */
export function topFromBottom({ page }: Visitor): Promise<number> {
  return page.evaluate<number>(`(() => {
    const pen = document.querySelector(".stage canvas").getContext("2d");
    const meanOf = (top) => {
      const { data } = pen.getImageData(0, top, 450, 57);
      return [0, 1, 2].map((c) => data.filter((_, at) => at % 4 === c).reduce((sum, value) => sum + value, 0) / (450 * 57));
    };
    const bottom = meanOf(518);
    return Math.hypot(...meanOf(0).map((value, c) => value - bottom[c]));
  })()`);
}

/** How much of the stage's height can be seen without scrolling, 0 to 1. */
export function stageInView({ page }: Pick<Visitor, "page">): Promise<number> {
  return page.evaluate<number>(`(() => {
    const { top, bottom, height } = document.querySelector(".stage").getBoundingClientRect();
    return (Math.min(bottom, innerHeight) - Math.max(top, 0)) / height;
  })()`);
}

/** How much of each pixel of the photo on the stage is there, 0 to 1. */
export async function alphaOnStage({ page }: Visitor): Promise<Float32Array> {
  await page.locator('[data-drawn="true"]').waitFor();
  const alpha = await page.evaluate<number[]>(`(() => {
    const pen = document.querySelector(".stage canvas").getContext("2d");
    return [...pen.getImageData(0, 0, 450, 575).data].filter((_, at) => at % 4 === 3);
  })()`);
  return Float32Array.from(alpha, (value) => value / 255);
}

/** How many parts of anybody's work this browser keeps, and the names of all that it remembers of itself and of its tab. */
export async function keptIn(page: Page) {
  const names = await page.evaluate<string[]>(
    "[...Object.keys(sessionStorage), ...Object.keys(localStorage)].sort()",
  );
  return { works: await worksKept(page), names };
}

function worksKept(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((done) => {
    const opening = indexedDB.open("kartu-studio", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("work");
    opening.onsuccess = () => {
      const counting = opening.result.transaction("work").objectStore("work").count();
      counting.onsuccess = () => {
        opening.result.close();
        done(counting.result);
      };
    };
  })`);
}
