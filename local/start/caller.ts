/**
 * Calls `stop` once when setup.mjs, which started this script, has ended, also after a kill. A listener on the channel would
 * keep this process alive, so the channel is unreferenced: a script that has done its work ends.
 */
export function whenCallerIsGone(stop: () => void): void {
  process.once("disconnect", stop);
  process.channel?.unref();
}
