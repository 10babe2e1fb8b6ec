import { useEffect, useRef, useState } from "preact/hooks";
import type { EvidenceId } from "#shared/audit/source.ts";
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { fileAddress } from "../api/client.ts";
import { language } from "../language.ts";
import { requestFiles as text } from "../messages/request-files.ts";
import { EvidenceLink } from "./evidence-link.tsx";
import { FileFrame } from "./file-frame.tsx";

interface RequestFilesProps extends Pick<OfficerRequest, "employeeId" | "files"> {
  /** Behind the button's words: its key. */
  readonly hint?: string;
  /** For whoever decides by a post: to look at, and not to download (decision 0117). */
  readonly byPost?: true;
}

/** Whoever opens files in the queue goes on with those of the next request. */
let wasOpen = false;

/** The files of a request, to download or as pictures: one after the other, because each is drawn for itself and others wait meanwhile. Long: markup. */
export function RequestFiles({ employeeId: id, files, hint, byPost }: RequestFilesProps) {
  const [isOpen, setOpen] = useState(wasOpen);
  const [settled, setSettled] = useState(0);
  const opener = useRef<HTMLButtonElement>(null);
  const isAsked = useRef(false);
  // Below the fold they would seem not to have come. The focus stays where the keys of the queue work.
  useEffect(() => {
    if (!isOpen || !isAsked.current) return;
    opener.current?.focus({ preventScroll: true });
    opener.current?.scrollIntoView();
  }, [isOpen]);
  const toggle = () => {
    isAsked.current = true;
    wasOpen = !isOpen;
    setOpen(wasOpen);
    setSettled(0);
  };
  return (
    <>
      {!byPost &&
        files.map(({ file, grant }, i) => (
          <EvidenceLink key={file} id={id} file={file} grant={grant}>
            {files.length > 1 && text.file(i + 1)}
          </EvidenceLink>
        ))}
      <p class="after-form">
        <button
          ref={opener}
          class="button button-quiet"
          type="button"
          aria-pressed={isOpen}
          data-decision="view"
          onClick={toggle}
        >
          {text.view}
          {hint}
        </button>
      </p>
      {isOpen &&
        files
          .slice(0, settled + 1)
          .map(({ file, grant }, i) => (
            <FileFrame
              key={file}
              title={text.frame(i + 1)}
              address={viewOf(byPost, id, file, grant)}
              onRetry={() => opener.current?.focus()}
              onSettled={() => setSettled((before) => Math.max(before, i + 1))}
            />
          ))}
    </>
  );
}

function viewOf(
  byPost: true | undefined,
  id: OfficerRequest["employeeId"],
  file: EvidenceId,
  grant: string,
): string {
  const asked = {
    params: { id, file },
    query: { grant, ...(language === "en" && { lang: language }) },
  };
  return byPost
    ? fileAddress("GET /api/evidence/deciding/{id}/files/{file}/view", asked)
    : fileAddress("GET /api/evidence/{id}/files/{file}/view", asked);
}
