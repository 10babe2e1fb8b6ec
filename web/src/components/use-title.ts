import { useLayoutEffect } from "preact/hooks";
import { common } from "../messages/common.ts";

/** Names the tab and the history entry: «Galat: Login dengan Akun – Kartu ASN Virtual». */
export function useTitle(title: string, failed = false): void {
  useLayoutEffect(() => {
    document.title = `${failed ? common.errorPrefix : ""}${titleOf(title)}`;
    // What follows on the same page, and names nothing itself, has not failed.
    return () => {
      if (failed) document.title = titleOf(title);
    };
  }, [title, failed]);
}

export function titleOf(title: string): string {
  return title === common.appName ? title : `${title} – ${common.appName}`;
}
