import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { beginCodeStep, endCodeStep, isAtCodeStep } from "../../../web/src/session/code-step.ts";

/** What a browser keeps, as far as it is used here. */
class Kept {
  readonly #values = new Map<string, string>();
  getItem = (key: string) => this.#values.get(key) ?? null;
  setItem = (key: string, value: string) => void this.#values.set(key, value);
  removeItem = (key: string) => void this.#values.delete(key);
}

const openTab = () => vi.stubGlobal("sessionStorage", new Kept());

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("localStorage", new Kept());
  openTab();
});
afterEach(() => {
  endCodeStep();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a code can be typed in another tab than the password, as the cookie goes with both", () => {
  expect(isAtCodeStep()).toBe(false);
  beginCodeStep();
  openTab();

  expect(isAtCodeStep()).toBe(true);
});

test("the step ends with its code, or with its time", () => {
  beginCodeStep();
  endCodeStep();
  expect(isAtCodeStep()).toBe(false);

  beginCodeStep();
  vi.advanceTimersByTime(60 * 60_000);
  expect(isAtCodeStep()).toBe(false);
});
