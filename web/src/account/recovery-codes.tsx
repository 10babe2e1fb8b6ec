import { recovery as text } from "../messages/recovery.ts";
import { saveFile, textFile } from "../save-file.ts";

/** New recovery codes, which the API gives once: to be printed or saved. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      {/* On paper nothing else names the service. */}
      <p>
        <strong>{text.fileTitle}</strong>
      </p>
      <ol class="recovery-codes" aria-label={text.list} translate={false}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p class="screen-only button-row">
        <button class="button button-quiet" type="button" onClick={() => print()}>
          {text.print}
        </button>
        <button class="button button-quiet" type="button" onClick={() => save(codes)}>
          {text.save}
        </button>
      </p>
      <p>{text.where}</p>
    </>
  );
}

function save(codes: readonly string[]): void {
  const lines = [text.fileTitle, "", ...codes, "", text.fileText, ""];
  saveFile(text.file, textFile(lines.join("\r\n")));
}
