import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { studio as text } from "../messages/studio.ts";
import type { PhotoMemory } from "../photo/photo-memory.ts";
import { enterStep, nameStep, stepInHistory } from "./step-history.ts";
import { type Step, stepNamed } from "./steps.ts";

type StepMemory = PhotoMemory["step"];

/** The step in which the studio was left: by the browser's history, or by what this tab remembers. */
export function stepLeft(memory: StepMemory): Step {
  return known(memory) ?? "frame";
}

/** Whether the studio was open in this tab before. */
export function wasHere(memory: StepMemory): boolean {
  return known(memory) !== undefined;
}

function known(memory: StepMemory): Step | undefined {
  return stepInHistory() ?? stepNamed(memory.read());
}

/** In which of its steps the studio is, also by the browser's «back» and «forward»; the page's title says it. */
export function useStep(first: Step, memory: StepMemory) {
  const [step, setStep] = useState(first);
  const isLed = useRef(false);
  const show = (next: Step) => {
    isLed.current = true;
    memory.write(next);
    setStep(next);
  };
  useEffect(() => {
    nameStep(first);
    const follow = () => {
      const next = stepInHistory();
      if (next) show(next);
    };
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  useLayoutEffect(() => {
    const { title } = document;
    document.title = `${text[step]} – ${title}`;
    return () => {
      document.title = title;
    };
  }, [step]);
  const go = (next: Step) => {
    if (next !== step) enterStep(next);
    show(next);
  };
  return { step, go, isLed: () => isLed.current };
}
