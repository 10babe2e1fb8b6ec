import { announce as text } from "../messages/announce.ts";
import { refusedFile } from "../messages/evidence.ts";
import { FileChoice } from "../officer/file-choice.tsx";
import { announcedFile, sendFile } from "../officer/send-evidence.ts";
import type { Attached } from "./check-announcement.ts";

interface AttachmentFieldProps {
  readonly isKept: boolean;
  readonly onChange: (attached: Attached | undefined) => void;
}

/** A PDF that readers download with the announcement. */
export function AttachmentField({ isKept, onChange }: AttachmentFieldProps) {
  return (
    <FileChoice
      name="attachment"
      label={text.attachment}
      hint={text.attachmentHint}
      accept="application/pdf"
      isKept={isKept}
      send={async (file, tell) => {
        const told = await sendFile(file, tell, announcedFile);
        // Of a decree it may be a picture, too.
        if (told === refusedFile["file-unknown"]) return text.attachmentUnknown;
        if (typeof told === "string") return told;
        onChange({ file, proven: told });
        return undefined;
      }}
      onRemove={() => onChange(undefined)}
    />
  );
}
