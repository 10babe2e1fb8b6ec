/**
 * Calls `stop` once when setup.mjs, which started this script, is gone, also by a kill that nobody could pass on. Whoever listens to
 * that channel is kept alive by it, so it is let go: a script that has done its work ends.
 */
export function whenCallerIsGone(stop: () => void): void {
  process.once("disconnect", stop);
  process.channel?.unref();
}
