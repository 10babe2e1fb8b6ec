import { keyed } from "#shared/runtime/keyed.ts";
import type { Bench } from "./bench.ts";
import { type Drawn, type RunningContender, startContender } from "./card/contender.ts";
import { inTurns, median, rounded } from "./measure.ts";

const rivals = ["canvas", "chromium", "satori", "sharp", "takumi"] as const;
const contenders = ["ours", ...rivals] as const;
type Name = (typeof contenders)[number];

/** Cards that one worker draws, and two share, in a round. */
const shared = 40;
/** Cards until a process draws as fast as it can. */
const warmUp = 20;
/** What a contender's turn takes, in milliseconds of CPU: as long as a card of the slowest, so that none is always just woken. */
const turn = 600;

export const card: Bench = {
  about:
    "a whole card (photo decoded, code, 4 faces as PNG) in CPU time: canvas alone, Chromium, satori and resvg, sharp, takumi over ours; two workers over one; and `cold`, the first card of a new process with its modules loaded over a later one (CPU time, below 3 is the goal)",
  rounds: 15,
  async measure({ rounds }) {
    const running: RunningContender[] = [];
    const start = async (name: Name) => {
      const contender = await startContender(name);
      running.push(contender);
      return contender;
    };
    try {
      const turns = new Map<Name, () => Promise<Drawn>>();
      for (const name of contenders) {
        const contender = await start(name);
        const { cpuMs } = await contender.draw(warmUp);
        const cards = Math.max(1, Math.round((turn * warmUp) / cpuMs));
        turns.set(name, async () => each(await contender.draw(cards), cards));
      }
      const subjects = keyed(contenders, (name) => {
        const subject = turns.get(name);
        if (!subject) throw new Error(`${name} has not started.`);
        return subject;
      });
      const drawn = await inTurns(subjects, { rounds, warmUp: 1 });
      const workers = [await start("ours"), await start("ours")];
      const fewer = Math.ceil(rounds / 3);
      return report(drawn, await speedUp(workers, fewer), await coldness(fewer));
    } finally {
      for (const contender of running) contender.stop();
    }
  },
};

/** Of one card. */
function each({ cpuMs, wallMs, ...drawn }: Drawn, cards: number): Drawn {
  return { ...drawn, cpuMs: cpuMs / cards, wallMs: wallMs / cards };
}

/** How much more two workers draw than one in the same time. */
async function speedUp(workers: readonly RunningContender[], rounds: number): Promise<number> {
  const together = async (some: readonly RunningContender[]) => {
    const startedAt = performance.now();
    await Promise.all(some.map((worker) => worker.draw(shared / some.length)));
    return performance.now() - startedAt;
  };
  const { one, two } = await inTurns(
    { one: () => together(workers.slice(0, 1)), two: () => together(workers) },
    { rounds, warmUp: 1 },
  );
  return median(one) / median(two);
}

/** How much more the first card of a process takes than one that it draws when warm. */
async function coldness(processes: number): Promise<number> {
  const ratios: number[] = [];
  for (let i = 0; i < processes; i++) {
    const contender = await startContender("ours");
    try {
      await contender.draw(warmUp);
      const warm = await contender.draw(warmUp);
      ratios.push(contender.first.cpuMs / (warm.cpuMs / warmUp));
    } finally {
      contender.stop();
    }
  }
  return median(ratios);
}

function report(drawn: Readonly<Record<Name, readonly Drawn[]>>, workers: number, cold: number) {
  const of = (name: Name, value: (card: Drawn) => number) => median(drawn[name].map(value));
  const cpuMs = (name: Name) => of(name, (each) => each.cpuMs);
  const ratios = Object.fromEntries(
    rivals.map((name) => [name, rounded(cpuMs(name) / cpuMs("ours"))]),
  );
  const figures = contenders.map((name) => [
    [`${name} CPU ms/card`, rounded(cpuMs(name))],
    [`${name} KB/card`, rounded(of(name, ({ kilobytes }) => kilobytes))],
    [`${name} peak MB`, rounded(Math.max(...drawn[name].map(({ peakMb }) => peakMb)))],
  ]);
  return {
    ratios: { ...ratios, workers: rounded(workers), cold: rounded(cold) },
    figures: Object.fromEntries(figures.flat()),
  };
}
