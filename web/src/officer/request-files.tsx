import { useState } from "preact/hooks";
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { fileAddress } from "../api/client.ts";
import { language } from "../language.ts";
import { requestFiles as text } from "../messages/request-files.ts";
import { EvidenceLink } from "./evidence-link.tsx";

interface RequestFilesProps extends Pick<OfficerRequest, "employeeId" | "files"> {
  /** Behind the button's words: its key. */
  readonly hint: string;
}

/** Whoever opens files in the queue goes on with those of the next request. */
let wasOpen = false;

/** The files of a request, to download or as pictures, each in a frame in which nothing runs: no script, no form, no origin of ours. */
export function RequestFiles({ employeeId: id, files, hint }: RequestFilesProps) {
  const [isOpen, setOpen] = useState(wasOpen);
  const toggle = () => {
    wasOpen = !isOpen;
    setOpen(wasOpen);
  };
  return (
    <>
      {files.map(({ file, grant }, i) => (
        <EvidenceLink key={file} id={id} file={file} grant={grant}>
          {files.length > 1 && text.file(i + 1)}
        </EvidenceLink>
      ))}
      <button
        class="button button-quiet"
        type="button"
        aria-pressed={isOpen}
        data-decision="view"
        onClick={toggle}
      >
        {text.view}
        {hint}
      </button>
      {isOpen &&
        files.map(({ file, grant }, i) => (
          <iframe
            key={file}
            sandbox=""
            width="100%"
            height="640"
            title={text.frame(i + 1)}
            src={fileAddress("GET /api/evidence/{id}/files/{file}/view", {
              params: { id, file },
              query: { grant, ...(language === "en" && { lang: language }) },
            })}
          />
        ))}
    </>
  );
}
