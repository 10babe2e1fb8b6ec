/**
 * What is done once, however often it is asked for: what is asked for before it has ended, or was given up, is not done. No class, whose private
 * fields would cost the page half a kilobyte in the browsers that it is built for.
 */
export function oneAtATime() {
  let running: AbortController | undefined;
  return {
    isBusy: () => running !== undefined,
    /** @param job is told when nobody waits for it any more; what it then finds is to be forgotten */
    async run(job: (givenUp: AbortSignal) => Promise<void>): Promise<void> {
      if (running) return;
      const mine = new AbortController();
      running = mine;
      try {
        await job(mine.signal);
      } finally {
        if (running === mine) running = undefined;
      }
    },
    giveUp(): void {
      running?.abort();
      running = undefined;
    },
  };
}
