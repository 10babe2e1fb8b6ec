import { expect, test, vi } from "vitest";
import { copyNipPlain } from "../../web/src/copy-nip.ts";

/** @returns what the clipboard holds after this was selected and copied, undefined when it is the browser's own doing */
function copied(selected: string): string | undefined {
  vi.stubGlobal("getSelection", () => selected);
  let text: string | undefined;
  const event = {
    clipboardData: {
      setData: (_type: string, data: string) => {
        text = data;
      },
    },
    preventDefault: () => {},
  };
  copyNipPlain(event);
  vi.unstubAllGlobals();
  return text;
}

test.each([
  ["19850212 201001 1 004", "198502122010011004"],
  [" 19850212 202421 2 004\n", "198502122024212004"],
  ["198502122010011004", undefined],
  ["Siti Contohwati 19850212 201001 1 004", undefined],
  ["19850212 201001", undefined],
])("%j is copied as %j", (selected, plain) => {
  expect(copied(selected)).toBe(plain);
});
