/** Files that take a reader without limits minutes and gigabytes: bounded, told apart from good ones, and gone before the next one is drawn. */
import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { openPdf } from "#shared/evidence/pdf-pages.ts";
import { manyFills, nestedForms } from "../../support/hostile-pdf.ts";

interface Seen {
  /** Pictures of the hostile file, null for none; then those of a good one. */
  readonly pictures: readonly [hostile: number | null, good: number | null];
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** In a process of its own, as Linux counts it. */
async function drawn(hostile: Buffer): Promise<Seen> {
  const folder = await mkdtemp(join(tmpdir(), "kartu-pdf-"));
  await writeFile(join(folder, "hostile.pdf"), hostile);
  await writeFile(join(folder, "good.pdf"), nestedForms(1, 2));
  const script = `
    import { readFileSync } from "node:fs";
    import { drawEvidence } from "#shared/evidence/draw-evidence.ts";
    import { systemClock } from "#shared/runtime/clock.ts";
    const draw = async (name) => {
      const bytes = readFileSync(${JSON.stringify(folder)} + "/" + name);
      return (await drawEvidence({ type: "application/pdf", bytes }, systemClock))?.pictures.length;
    };
    const from = performance.now();
    const first = await draw("hostile.pdf");
    const seconds = (performance.now() - from) / 1000;
    const pictures = [first, await draw("good.pdf")];
    const [, kilobytes] = /VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"));
    console.log(JSON.stringify({ pictures, seconds, peakMegabytes: kilobytes / 1024 }));
  `;
  const module = ["--input-type", "module-typescript", "--eval", script];
  const { stdout } = await promisify(execFile)(process.execPath, module);
  return JSON.parse(stdout);
}

const onLinux = test.skipIf(process.platform !== "linux");

onLinux.each([
  ["forms in forms, ten times six levels", nestedForms(6, 10)],
  ["forms in forms, twice twenty levels", nestedForms(20, 2)],
  ["a page painted over 20,000 times", manyFills(20_000)],
])(
  "%s: no picture, in eight seconds and 800 MB, and the next file is drawn",
  async (_, hostile) => {
    const { pictures, seconds, peakMegabytes } = await drawn(hostile);

    expect(pictures).toEqual([null, 1]);
    // Six, and what it takes to end it.
    expect(seconds).toBeLessThan(8);
    expect(peakMegabytes).toBeLessThan(800);
  },
  60_000,
);

test("a form in a form is drawn as what it is", async () => {
  const pdf = await openPdf(nestedForms(3, 3), AbortSignal.timeout(10_000));
  try {
    const { width, height, data } = await pdf.draw(0);

    expect([pdf.pages, width, height]).toEqual([1, 1239, 1754]);
    // Black below on the left, where the innermost form is; white above.
    expect([data[4 * width * (height - 5)], data[0]]).toEqual([0, 255]);
  } finally {
    await pdf.close();
  }
});

test("who stops waiting ends the drawing", async () => {
  const stopped = new AbortController();
  const opened = openPdf(nestedForms(6, 10), stopped.signal);
  stopped.abort(new Error("enough"));

  await expect(opened).rejects.toThrow();
});
