/**
 * Makes `Date` of this thread tell the cloud's time, which tests move while the function runs. Timers
 * keep the machine's: a function waits for its own work, not for days to pass.
 * @param offset milliseconds ahead of the machine's time, one Float64 shared with CloudClock
 */
export function shiftDate(offset: SharedArrayBuffer): void {
  const shift = new Float64Array(offset);
  const machineNow = Date.now;
  const now = () => machineNow() + (shift[0] ?? 0);
  const CloudDate = new Proxy(Date, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
    apply: (target) => new target(now()).toString(),
  });
  Date.now = now;
  Date.prototype.constructor = CloudDate;
  globalThis.Date = CloudDate;
}
