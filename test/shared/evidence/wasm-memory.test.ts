import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";
import { expect, test } from "vitest";
import { withMemoryOf } from "#shared/evidence/wasm-memory.ts";

const page = 65_536;
const heading = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
/** One memory of a page at least and, when it says so, 200 at most; exported as «m». */
const withMemory = (...limits: number[]) =>
  Buffer.from([...heading, 5, limits.length + 1, 1, ...limits, 7, 5, 1, 1, 0x6d, 2, 0]);
const bounded = withMemory(1, 1, 0xc8, 1);

/** Grows the memory a page at a time, thrice. @returns its bytes after each that was given */
function grown(wasm: Buffer): number[] {
  return runInThisContext(`{
    const program = new WebAssembly.Module(new Uint8Array(${JSON.stringify([...wasm])}));
    const { m } = new WebAssembly.Instance(program).exports;
    [1, 2, 3].flatMap(() => {
      try { m.grow(1); return [m.buffer.byteLength]; } catch { return []; }
    });
  }`);
}

test("the engine lets the memory grow to the limit, and by no page more", () => {
  expect(grown(bounded)).toEqual([2 * page, 3 * page, 4 * page]);
  expect(grown(withMemoryOf(3 * page, bounded))).toEqual([2 * page, 3 * page]);
});

test("PDFium is the same but for three bytes", () => {
  const file = createRequire(import.meta.url).resolve("@hyzyla/pdfium/pdfium.wasm");
  const wasm = readFileSync(file);
  const limited = withMemoryOf(512 * 1024 * 1024, wasm);
  const changed = [...wasm.keys()].filter((i) => wasm[i] !== limited[i]);

  expect(changed.length).toBeGreaterThan(0);
  expect((changed.at(-1) ?? 0) - (changed[0] ?? 0)).toBeLessThan(3);
});

test.each([
  ["a memory without a maximum", withMemory(0, 1)],
  ["no memory", Buffer.from(heading)],
  ["a limit that needs more bytes", withMemory(1, 1, 100)],
])("%s is refused", (_, wasm) => {
  expect(() => withMemoryOf(200 * page, wasm)).toThrow();
});
