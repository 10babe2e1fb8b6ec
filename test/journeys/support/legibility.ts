/** Whether all that a page says can be read, and whether the focus is where something happened. Code in the page is text. */
import type { Page } from "playwright-core";

/** How far a letter may reach over an edge, CSS pixels: sideways, and up and down, where a font's box is higher than its letters. */
const tolerance = { across: 1, down: 3 };

/**
 * Text that an edge cuts off or that leaves its box. At the usual size of text also words of controls and headings that are
 * broken in two, and choices that do not fit into their control: a closed select cannot wrap, and at twice the size its list
 * shows the choices whole.
 */
export function cutOffText(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const faults = [];
    const boxes = new Set();
    // The first of a box is enough to know it by.
    const say = (fault, box, text) => {
      if (!boxes.has(box)) faults.push(fault + ": «" + text.trim().slice(0, 40) + "» in " + box.outerHTML.slice(0, 90));
      boxes.add(box);
    };
    const aside = ".skip-link:not(:focus), select, datalist, script, style, noscript, svg";
    // Meant for ears only.
    const isUnseen = (box) => box !== null && (getComputedStyle(box).clipPath === "inset(50%)" || isUnseen(box.parentElement));
    const isBlock = ({ display }) => !/^inline|contents/.test(display);

    const inspect = (text, rects) => {
      let isOwnBox = true;
      for (let box = text.parentElement; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        const edge = box.getBoundingClientRect();
        const sideways = rects.some(({ left, right }) =>
          right > edge.right + ${tolerance.across} || left < edge.left - ${tolerance.across});
        const updown = rects.some(({ top, bottom }) =>
          bottom > edge.bottom + ${tolerance.down} || top < edge.top - ${tolerance.down});
        if (style.overflowX !== "visible" && sideways) return say("cut off at the side", box, text.data);
        if (/hidden|clip/.test(style.overflowY) && updown) return say("cut off below", box, text.data);
        if (isOwnBox && isBlock(style)) {
          if (sideways) return say("sticks out", box, text.data);
          isOwnBox = false;
        }
        if (style.position === "fixed") return;
      }
    };

    const isUsualSize = document.documentElement.style.fontSize !== "200%";
    const whole = "button, .button, summary, label, legend, h1, h2, h3, th, nav a";
    const inspectWords = (text) => {
      if (!isUsualSize || !text.parentElement.closest(whole)) return;
      const word = document.createRange();
      for (const { 0: letters, index } of text.data.matchAll(/[\\p{L}]{2,}/gu)) {
        word.setStart(text, index);
        word.setEnd(text, index + letters.length);
        if (new Set([...word.getClientRects()].map(({ top }) => top)).size > 1) say("breaks a word", text.parentElement, letters);
      }
    };

    const range = document.createRange();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (!text.data.trim() || parent.closest(aside) || isUnseen(parent) || !parent.checkVisibility({ checkVisibilityCSS: true })) continue;
      range.selectNodeContents(text);
      inspect(text, [...range.getClientRects()].filter(({ width }) => width > 0));
      inspectWords(text);
    }

    const pen = document.createElement("canvas").getContext("2d");
    for (const select of document.querySelectorAll("select")) {
      if (!isUsualSize || !select.checkVisibility()) continue;
      const { font, paddingLeft, paddingRight } = getComputedStyle(select);
      const text = select.selectedOptions[0]?.text ?? "";
      pen.font = font;
      const room = select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      if (pen.measureText(text).width > room) say("does not fit", select, text);
    }
    return faults;
  })()`);
}

/** After something was done: the focus must be on what came of it, in view, and never nowhere. */
export function focusFaults(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return ["the focus is nowhere"];
    const { top, bottom } = element.getBoundingClientRect();
    const isInView = bottom > 0 && top < innerHeight && (top >= -1 || bottom - top > innerHeight);
    return isInView ? [] : ["the focus is out of view: " + element.outerHTML.slice(0, 90)];
  })()`);
}
