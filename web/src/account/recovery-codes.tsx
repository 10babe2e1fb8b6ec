import { recovery as text } from "../messages/recovery.ts";

/** New recovery codes, which the API gives once: to be printed or saved. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <ol class="recovery-codes" aria-label={text.list} translate={false}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p class="screen-only">
        <button class="button button-quiet" type="button" onClick={() => print()}>
          {text.print}
        </button>{" "}
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
  const address = URL.createObjectURL(new Blob([lines.join("\r\n")], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = text.file;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
