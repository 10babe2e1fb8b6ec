import { useState } from "preact/hooks";
import { NoAnswer } from "../api/client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Icon } from "../components/icon.tsx";
import { useReading } from "../components/use-reading.ts";
import { imports as text } from "../messages/imports.ts";
import { saveFile } from "../save-file.ts";

interface FileButtonProps {
  readonly label: string;
  readonly name: string;
  /** @throws NoAnswer when the worker's script does not arrive; Error when it cannot write the file */
  readonly make: () => Promise<Blob>;
}

/** Saves a file that the worker makes on this device. */
export function FileButton({ label, name, make }: FileButtonProps) {
  const { failure, busy, run } = useReading();
  const [isBroken, setBroken] = useState(false);
  const save = () =>
    run(async () => {
      setBroken(false);
      try {
        saveFile(name, await make());
      } catch (error) {
        if (error instanceof NoAnswer) throw error;
        setBroken(true);
      }
    });
  return (
    <>
      <button
        class="button button-quiet"
        type="button"
        {...(busy && { "aria-disabled": true })}
        onClick={save}
      >
        <Icon name="download" /> {label}
      </button>
      {failure && <FailureNotice failure={failure} retry={save} />}
      {isBroken && (
        <p class="notice notice-warning" role="alert">
          {text.notWritten}
        </p>
      )}
    </>
  );
}
