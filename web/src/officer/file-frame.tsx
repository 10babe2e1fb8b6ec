import { useState } from "preact/hooks";
import { FailureNotice } from "../components/failure-notice.tsx";
import { requestFiles as text } from "../messages/request-files.ts";

interface FileFrameProps {
  readonly address: string;
  readonly title: string;
  /** It is shown, or says that it is not. */
  readonly onSettled: () => void;
  /** The button that had the focus is gone. */
  readonly onRetry: () => void;
}

/**
 * A file as pictures, in a frame in which nothing runs: no script, no form, no origin of ours. So the page cannot look into it; but a page of
 * `evidence-api` has a frame in it, which can be counted from here («CrossOriginProperties», HTML standard), and a refusal has none.
 */
export function FileFrame({ address, title, onSettled, onRetry }: FileFrameProps) {
  const [isRefused, setRefused] = useState(false);
  const [isDrawn, setDrawn] = useState(false);
  if (isRefused)
    return (
      <FailureNotice
        failure={{ code: "unavailable", text: text.notShown, problems: [] }}
        retry={() => {
          setRefused(false);
          setDrawn(false);
          onRetry();
        }}
      />
    );
  return (
    <>
      {/* It is drawn only now, which takes seconds, in which the frame is white. The line stays, so that nothing moves. */}
      <p role="status">{isDrawn ? "\u00a0" : text.preparing}</p>
      <iframe
        sandbox=""
        width="100%"
        height="640"
        title={title}
        src={address}
        onLoad={({ currentTarget: { contentWindow } }) => {
          setDrawn(true);
          setRefused(contentWindow?.length === 0);
          onSettled();
        }}
      />
    </>
  );
}
