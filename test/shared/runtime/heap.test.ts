import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/** How often V8 goes through the heap of a process that draws three dozen cards: of its own, because V8 forgets no flag. */
async function collections(prepare: string): Promise<number> {
  const script = `
    import { PerformanceObserver, constants } from "node:perf_hooks";
    import { setImmediate } from "node:timers/promises";
    import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
    import { CardPainter } from "#shared/card/drawing/card-painter.ts";
    import { warmUp } from "#shared/card/warm-up.ts";
    import { collectSeldom } from "#shared/runtime/heap.ts";
    ${prepare}
    const painter = new CardPainter(new CheckedTemplates());
    const isMajor = ({ detail }) => detail.kind !== constants.NODE_PERFORMANCE_GC_MINOR;
    let major = 0;
    const count = (list) => { major += list.getEntries().filter(isMajor).length; };
    new PerformanceObserver(count).observe({ entryTypes: ["gc"] });
    for (let i = 0; i < 18; i++) { warmUp(painter, "https://kartu-asn.example"); await setImmediate(); }
    console.log(major);
  `;
  const module = ["--input-type", "module-typescript", "--eval", script];
  const { stdout } = await promisify(execFile)(process.execPath, module);
  return Number(stdout);
}

test("a function that draws collects less often", async () => {
  const [usual, seldom] = await Promise.all([collections(""), collections("collectSeldom();")]);

  expect(usual).toBeGreaterThan(8);
  expect(seldom).toBeLessThan(usual / 2);
}, 60_000);
