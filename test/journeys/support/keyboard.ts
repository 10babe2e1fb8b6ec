import type { Page } from "playwright-core";

/** More stops than any page has. */
const mostStops = 80;

/** Goes to an element by the Tab key alone, as somebody without a mouse does. @throws Error when no stop is it */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press("Tab");
    const isThere = `document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`;
    if (await page.evaluate(isThere)) return;
  }
  throw new Error(`No stop of the Tab key is ${selector}.`);
}

/** Types into the field with this id. */
export async function typeByKeyboard(page: Page, id: string, text: string): Promise<void> {
  await tabTo(page, `#${id}`);
  await page.keyboard.type(text);
}
