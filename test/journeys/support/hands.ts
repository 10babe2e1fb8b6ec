/** How somebody works at a page: with a mouse and as fast as a test can, or with a keyboard alone. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { focusStop } from "./inspection.ts";

export interface Hands {
  press(target: Locator): Promise<void>;
  fill(field: Locator, text: string): Promise<void>;
  /** @param value of the option */
  choose(field: Locator, value: string): Promise<void>;
}

export const mouse: Hands = {
  press: (target) => target.click(),
  fill: (field, text) => field.fill(text),
  choose: async (field, value) => {
    if (await isRadio(field)) await radioBeside(field, value).check();
    else await field.selectOption(value);
  },
};

/** Goes to each thing by the Tab key, and is refused where one cannot see that the focus is there. */
export const keyboard: Hands = {
  async press(target) {
    await goTo(target);
    await target.page().keyboard.press("Enter");
  },
  async fill(field, text) {
    await goTo(field);
    const keys = field.page().keyboard;
    await keys.press("ControlOrMeta+a");
    await keys.press("Delete");
    await keys.type(text);
    // A page whose own keys take letters out of what is typed is found by it. Some fields group what they are given.
    expect(plain(await field.inputValue())).toBe(plain(text));
  },
  async choose(field, value) {
    await goTo(field);
    const keys = field.page().keyboard;
    // The arrows go from one radio to the next; a list stays the one that has the focus.
    const focused = field.page().locator(":focus");
    if (!(await isRadio(focused)) && (await focused.inputValue()) !== value)
      await keys.press("Home");
    for (let option = 0; option < mostOptions; option++) {
      if ((await focused.inputValue()) === value) {
        if (await isRadio(focused)) await keys.press("Space");
        return;
      }
      await keys.press("ArrowDown");
    }
    throw new Error(`No option has the value ${value}.`);
  },
};

const isRadio = async (field: Locator) => (await field.getAttribute("type")) === "radio";
/** Of the same group, which is named as the first one's id is. */
const radioBeside = (field: Locator, value: string) =>
  field.locator(`xpath=ancestor::fieldset[1]//input[@value="${value}"]`);

const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

/** More stops than any page of a walk has: lists have one for each of their rows. */
const mostStops = 200;
const mostOptions = 30;

/** @throws Error when no stop of the Tab key is the target: it cannot be reached, or the focus is caught before it */
async function goTo(target: Locator): Promise<void> {
  const page = target.page();
  await expect.poll(() => target.isEnabled()).toBe(true);
  const isThere = () => target.and(page.locator(":focus")).count();
  for (let stop = 0; (await isThere()) === 0; stop++) {
    if (stop === mostStops) throw new Error(`No stop of the Tab key is ${target}.`);
    await page.keyboard.press("Tab");
  }
  const { isVisible, element } = await focusStop(page);
  expect(isVisible, `the focus is seen at ${element}`).toBe(true);
}
