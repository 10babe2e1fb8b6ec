const second = 1000;
const minute = 60 * second;

interface PollSituation {
  /** A newer card is on its way, or the holder has just changed something. */
  readonly changeExpected: boolean;
  /** Since the page last saw something new. */
  readonly sinceNewsMs: number;
  /** Since the holder last touched the page. */
  readonly sinceActivityMs: number;
}

/**
 * Pause before the card is read again while the page is visible. A card is drawn within a second, so an expected one is
 * requested twice a second. A page without news asks ever more seldom, and stops when nobody uses it, so that reading alone
 * never prolongs a session.
 * @returns undefined to wait for the holder to come back
 */
export function pollDelayMs({
  changeExpected,
  sinceNewsMs,
  sinceActivityMs,
}: PollSituation): number | undefined {
  if (changeExpected && sinceNewsMs < minute) return second / 2;
  if (sinceNewsMs < 5 * minute) return 5 * second;
  return sinceActivityMs < 10 * minute ? 30 * second : undefined;
}
