/** One letter, as its officer sees it, and what can be done with it. */
import { useCallback, useState } from "preact/hooks";
import type { LetterAnswer } from "#shared/letter/letter-answers.ts";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { letterWords } from "../messages/letter-words.ts";
import { letters as text } from "../messages/letters.ts";
import { Told } from "../officer/told.tsx";
import { takeTold } from "../request/told-next.ts";
import { LetterContent, LetterSteps } from "./letter-content.tsx";
import { EndForm, type Ending, SendForm } from "./letter-ends.tsx";
import { LetterFile } from "./letter-file.tsx";
import { lettersAddress } from "./letters-address.ts";

interface OneLetterProps {
  readonly id: LetterAnswer["id"];
}

export function OneLetter({ id }: OneLetterProps) {
  const load = useCallback(
    async () => ({
      letter: await call("GET /api/officer/agency/letters/{id}", { params: { id } }),
      told: takeTold(),
    }),
    [id],
  );
  const { data, failure, reload, replace } = useLoad(load);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <>
          <Told message={data.told} />
          <Whole letter={data.letter} onDone={(letter, told) => replace({ letter, told })} />
        </>
      )}
    </>
  );
}

interface WholeProps {
  readonly letter: LetterAnswer;
  readonly onDone: (letter: LetterAnswer, told: string) => void;
}

/** What may be done with it, by how far it is. */
const isOpen = ({ state }: LetterAnswer) => state === "draft" || state === "returned";
const endingOf = ({ state }: LetterAnswer): Ending | undefined => {
  if (state === "signed") return "withdraw";
  return state === "withdrawn" || state === "cancelled" ? undefined : "cancel";
};

/** Long: markup, in the order of the page. */
function Whole({ letter, onDone }: WholeProps) {
  const [ends, setEnds] = useState(false);
  const { id, state, face, readOnly } = letter;
  const ending = readOnly ? undefined : endingOf(letter);
  const file = fileAddress("GET /api/officer/agency/letters/{id}/file", { params: { id } });
  if (ends && ending)
    return (
      <EndForm
        letter={letter}
        ending={ending}
        leave={() => setEnds(false)}
        onDone={(next, told) => {
          setEnds(false);
          onDone(next, told);
        }}
      />
    );
  return (
    <div class="panels">
      <LetterContent letter={letter} />
      {state === "signed" && <p class="hint">{text.uncertified}</p>}
      {face && state !== "withdrawn" && state !== "cancelled" && (
        <LetterFile
          address={file}
          label={state === "signed" ? letterWords.file : letterWords.draftFile}
        />
      )}
      {isOpen(letter) && !readOnly && (
        <>
          <p>
            <a class="button button-quiet" href={href(lettersAddress(`&id=${id}&ubah=ya`))}>
              {text.change}
            </a>
          </p>
          <SendForm letter={letter} onDone={onDone} />
        </>
      )}
      <LetterSteps letter={letter} />
      {ending && (
        <p>
          <button class="button button-quiet" type="button" onClick={() => setEnds(true)}>
            {text[ending]}
          </button>
        </p>
      )}
    </div>
  );
}
