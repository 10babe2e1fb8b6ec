/**
 * Makes `Date` of this process tell the cloud's time, which tests move while the function runs. Timers
 * keep the machine's: a function waits for its own work, not for days to pass.
 * @param startOffset milliseconds ahead of the machine's time
 * @returns sets another offset
 */
export function shiftDate(startOffset: number): (offset: number) => void {
  let offset = startOffset;
  const machineNow = Date.now;
  const now = () => machineNow() + offset;
  const CloudDate = new Proxy(Date, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
    apply: (target) => new target(now()).toString(),
  });
  Date.now = now;
  Date.prototype.constructor = CloudDate;
  globalThis.Date = CloudDate;
  return (moved) => {
    offset = moved;
  };
}
