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
 * Downloads that never fail silently: the browser opens a file only after the API has said that it is there. If the session has
 * ended or the connection is lost, the page stays and says why.
 */
export function useDownload(): Download {
  const [failure, setFailure] = useState<Failure>();
  const begin = async (address: string) => {
    setFailure(undefined);
    try {
      // It is a redirect to the file, which is not followed here.
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
