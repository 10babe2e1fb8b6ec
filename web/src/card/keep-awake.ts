/**
 * Keeps the screen on, where the browser can (Screen Wake Lock). The lock is lost whenever the page is hidden, so it is asked
 * for again; a refusal, as on a low battery, changes nothing.
 * @returns lets the screen go dark again
 */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let wanted = true;
  const release = () => void lock?.release().catch(() => {});
  const ask = async () => {
    if (document.hidden) return;
    try {
      // Missing in older browsers, and where the page is not secure.
      const { wakeLock }: Partial<Navigator> = navigator;
      lock = await wakeLock?.request("screen");
      if (!wanted) release();
    } catch {
      // The screen goes dark as usual.
    }
  };
  document.addEventListener("visibilitychange", ask);
  void ask();
  return () => {
    wanted = false;
    document.removeEventListener("visibilitychange", ask);
    release();
  };
}
