import { useState } from "preact/hooks";
import { useTitle } from "../components/use-title.ts";
import { lazyPart } from "../lazy-page.ts";
import { imports as text } from "../messages/imports.ts";
import { officePages } from "../messages/office-pages.ts";
import { canBeSent } from "./can-be-sent.ts";
import { FileChooser } from "./file-chooser.tsx";
import { ImportList } from "./import-list.tsx";
import { Templates } from "./templates.tsx";
import { useChosenFile } from "./use-chosen-file.ts";
import { useSending } from "./use-sending.ts";

/** It comes while the file is being read. */
const ChosenFileView = lazyPart(() =>
  import("./chosen-file-view.tsx").then((part) => part.ChosenFileView),
);

/**
 * From the choice of a file to its arrival in the store.
 * @param onArrived hears the import's id
 */
export function NewImport({ onArrived }: { onArrived: (id: string) => void }) {
  const { state, choose, leave, again } = useChosenFile();
  const { state: sending, send, cancel } = useSending(onArrived);
  // An officer of single units comes here by the address alone.
  const [isForbidden, setForbidden] = useState(false);
  const judgement = state.step === "judged" ? state.judgement : undefined;
  const isBad = judgement ? !canBeSent(judgement) : state.step === "failed";
  useTitle(officePages.imports, isBad || sending.step === "failed");
  if (state.step === "none")
    return (
      <>
        <p class="lead">{text.lead}</p>
        <div hidden={isForbidden}>
          <FileChooser choose={choose} />
          <Templates />
        </div>
        <ImportList onForbidden={() => setForbidden(true)} />
      </>
    );
  const sendJudged = () => {
    if (judgement && canBeSent(judgement)) void send(state.name, judgement.file);
  };
  return (
    <>
      <ChosenFileView {...{ state, sending, cancel, again, leave }} send={sendJudged} />
      {state.step !== "reading" && sending.step === "none" && (
        <FileChooser isQuiet choose={choose} />
      )}
    </>
  );
}
