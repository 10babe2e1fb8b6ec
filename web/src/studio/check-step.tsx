import { useEffect, useState } from "preact/hooks";
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import { studio as text } from "../messages/studio.ts";
import { RuleList } from "../photo/rule-list.tsx";
import { saveFile } from "../save-file.ts";
import type { StudioWork } from "./use-studio.ts";
import type { DrawnPhoto } from "./worker-messages.ts";

interface CheckStepProps {
  readonly work: StudioWork;
  readonly send: (png: Blob) => void;
}

/** What the judge will say, and the way to it. */
export function CheckStep({ work: { drawn, isDrawing }, send }: CheckStepProps) {
  if (!drawn || isDrawing)
    return (
      <p class="notice notice-info" role="status">
        {text.drawing}
      </p>
    );
  const isReady = !drawn.rules.some(({ verdict }) => verdict === "failed");
  return (
    <>
      <h3>{text.result}</h3>
      <Result drawn={drawn} />
      <p class={`notice ${isReady ? "notice-good" : "notice-warning"}`} role="status">
        {isReady ? text.ready : text.notYet}
      </p>
      <div class="button-row">
        <button class="button" type="button" onClick={() => send(drawn.png)}>
          {text.send}
        </button>
        <button
          class="button button-quiet"
          type="button"
          onClick={() => saveFile(text.fileName, drawn.png)}
        >
          {text.download}
        </button>
      </div>
      <RuleList rules={drawn.rules} />
    </>
  );
}

function Result({ drawn: { png } }: { drawn: DrawnPhoto }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(png);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [png]);
  return (
    <div class="stage">
      <img src={address} width={photoWidth} height={photoHeight} alt={text.resultAlt} />
    </div>
  );
}
