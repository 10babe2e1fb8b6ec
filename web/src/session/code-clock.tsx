/** On the page of the code: the device's clock beside the server's, as the login before it told. */
import { lazyPart } from "../lazy-page.ts";
import { clockOffMs } from "./device-clock.ts";

/** Few need it. */
export const ClockNotice = lazyPart(() =>
  import("./clock-notice.tsx").then((part) => part.ClockNotice),
);

let offMs = 0;

/** `clockOffMs` of the login on this page; a page that is loaded anew has said it before. */
export function loginClockOffMs(): number {
  return offMs;
}

/** A notice of a wrong clock is waited for, so that nothing moves when it comes. */
export async function compareClocks(serverTime: string): Promise<void> {
  offMs = clockOffMs(serverTime);
  if (offMs) await ClockNotice.preload();
}
