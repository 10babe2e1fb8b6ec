import { useEffect, useRef } from "preact/hooks";

/** What was just done takes the focus. */
export function Told({ message }: { readonly message: string | undefined }) {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (message) notice.current?.focus();
  }, [message]);
  return (
    <div role="status">
      {message && (
        <p class="notice notice-good" tabIndex={-1} ref={notice}>
          {message}
        </p>
      )}
    </div>
  );
}
