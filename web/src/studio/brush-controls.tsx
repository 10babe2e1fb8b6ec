import { studio as text } from "../messages/studio.ts";
import { Slider } from "./slider.tsx";
import type { Brush } from "./use-brush-hands.ts";

interface Hand extends Brush {
  /** How many times as large as the stage the photo is seen. */
  readonly magnified: 1 | 2 | 4;
}

export const firstBrush: Hand = { tool: "erase", radius: 12, magnified: 1 };

interface BrushControlsProps {
  readonly hand: Hand;
  readonly setHand: (hand: Hand) => void;
  /** Undefined when there is nothing to undo, as of `redo`. */
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

const tools = ["erase", "restore", "pan"] as const;
const magnifications = [1, 2, 4] as const;

export function BrushControls({ hand, setHand, undo, redo }: BrushControlsProps) {
  return (
    <>
      <Choice
        legend={text.brush}
        options={tools.map((tool) => ({ value: tool, label: text[tool] }))}
        chosen={hand.tool}
        choose={(tool) => setHand({ ...hand, tool })}
      />
      <Slider
        {...{ id: "radius", label: text.size, value: hand.radius, min: 2, max: 60, step: 1 }}
        told={`${2 * hand.radius} px`}
        set={(radius) => setHand({ ...hand, radius })}
      />
      <Choice
        legend={text.magnify}
        options={magnifications.map((value) => ({ value, label: `${value}×` }))}
        chosen={hand.magnified}
        choose={(magnified) => setHand({ ...hand, magnified })}
      />
      <div class="button-row">
        <Act label={text.undo} act={undo} />
        <Act label={text.redo} act={redo} />
      </div>
    </>
  );
}

/** It keeps the focus when there is nothing more to do, so it is not disabled for the browser. */
function Act({ label, act }: { label: string; act: (() => void) | undefined }) {
  return (
    <button
      class="button button-quiet"
      type="button"
      {...(!act && { "aria-disabled": true })}
      onClick={act}
    >
      {label}
    </button>
  );
}

interface ChoiceProps<Value> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value;
  readonly choose: (value: Value) => void;
}

function Choice<Value extends string | number>(props: ChoiceProps<Value>) {
  const { legend, options, chosen, choose } = props;
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="choice">
        {options.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === chosen}
            onClick={() => choose(value)}
          >
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
