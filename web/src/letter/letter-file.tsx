import { request } from "../api/client.ts";
import { DownloadFailure } from "../components/download-failure.tsx";
import { Icon } from "../components/icon.tsx";
import { useReading } from "../components/use-reading.ts";
import { letterWords as text } from "../messages/letter-words.ts";
import { saveFile } from "../save-file.ts";

interface LetterFileProps {
  readonly address: string;
  readonly label: string;
}

/** A letter as its file. It is drawn at each request, so it is asked for once. */
export function LetterFile({ address, label }: LetterFileProps) {
  const { failure, busy, run } = useReading(text.failures);
  const save = () =>
    run(async () => {
      const answer = await request(address, {});
      saveFile(nameOf(answer), await answer.blob());
    });
  return (
    <>
      <p>
        <button
          class="button button-quiet"
          type="button"
          aria-disabled={busy}
          onClick={() => void save()}
        >
          <Icon name="download" /> {label}
        </button>
      </p>
      <DownloadFailure failure={failure} />
    </>
  );
}

function nameOf({ headers }: Response): string {
  const [, name = "surat.pdf"] =
    /filename="([^"]+)"/.exec(headers.get("content-disposition") ?? "") ?? [];
  return name;
}
