import { expect, test } from "vitest";
import { pressOf } from "../../../web/src/officer/request-keys.ts";

const down = {
  ...{ key: "s", repeat: false, ctrlKey: false, metaKey: false, altKey: false },
  target: null,
};

test("each letter decides or moves, with Caps Lock too; other keys and those of the browser do nothing", () => {
  const presses = ["s", "S", "k", "t", "a", "j", "ArrowLeft", "x", "Escape"];
  expect(presses.map((key) => pressOf({ ...down, key }))).toEqual([
    ...["agree", "agree", "clarify", "reject", "take", "next", "previous", undefined, undefined],
  ]);
  expect(pressOf({ ...down, ctrlKey: true })).toBeUndefined();
});

test("a key that is held decides one request, not those after it that nobody has seen", () => {
  expect(pressOf({ ...down, repeat: true })).toBeUndefined();
  expect(pressOf({ ...down, key: "j", repeat: true })).toBeUndefined();
});

test("a letter that is typed into a field is a letter", () => {
  const on = (tagName: string) => Object.assign(new EventTarget(), { tagName });
  for (const field of ["INPUT", "TEXTAREA", "SELECT"])
    expect(pressOf({ ...down, target: on(field) })).toBeUndefined();
  expect(pressOf({ ...down, target: on("BUTTON") })).toBe("agree");
});
