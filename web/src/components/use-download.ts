import { useState } from "preact/hooks";
import { request } from "../api/client.ts";
import { type Failure, failureOf } from "../forms/failure.ts";

interface Download {
  /** Why the last one did not begin. */
  readonly failure: Failure | undefined;
  /** For a link's click. */
  readonly start: (event: MouseEvent) => void;
}

/**
 * Downloads that never fail silently: the browser is sent to a file only once the API has said that it is there. Else, when
 * the session has ended or the link is down, the page stays and can say why.
 */
export function useDownload(): Download {
  const [failure, setFailure] = useState<Failure>();
  const begin = async (address: string) => {
    setFailure(undefined);
    try {
      // A redirect to the file, which is not followed here.
      await request(address, { redirect: "manual" });
      location.assign(address);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  const start = (event: MouseEvent) => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLAnchorElement) void begin(event.currentTarget.href);
  };
  return { failure, start };
}
