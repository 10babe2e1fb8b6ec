import { useEffect, useRef, useState } from "preact/hooks";
import { jakartaDay } from "#shared/runtime/clock.ts";
import { NoAnswer } from "../api/client.ts";
import { type Failure, failureOf } from "../forms/failure.ts";
import { FileWorker } from "./file-worker.ts";
import type { Judgement } from "./worker-messages.ts";

export type ChosenFile =
  | { readonly step: "none" }
  | { readonly step: "reading"; readonly name: string; readonly rows: number }
  | {
      readonly step: "judged";
      readonly name: string;
      readonly worker: FileWorker;
      readonly judgement: Judgement;
    }
  /** Without a failure the worker itself could not. */
  | { readonly step: "failed"; readonly name: string; readonly failure?: Failure | undefined };

/** One chosen file at a time, from its choice to its judgement. Long: a hook, whose functions share its state. */
export function useChosenFile() {
  const [state, setState] = useState<ChosenFile>({ step: "none" });
  const current = useRef<FileWorker>(undefined);
  const chosen = useRef<File>(undefined);
  const end = () => {
    current.current?.end();
    current.current = undefined;
  };
  useEffect(() => end, []);

  const choose = async (file: File) => {
    end();
    chosen.current = file;
    const { name } = file;
    const worker = new FileWorker((rows) =>
      setState((now) => (now.step === "reading" ? { ...now, rows } : now)),
    );
    current.current = worker;
    setState({ step: "reading", name, rows: 0 });
    const next = await outcomeOf(worker, file);
    // Another one may have been chosen meanwhile.
    if (current.current === worker) setState(next);
  };
  const leave = () => {
    end();
    setState({ step: "none" });
  };
  const again = () => chosen.current && choose(chosen.current);
  return { state, choose, leave, again };
}

async function outcomeOf(worker: FileWorker, file: File): Promise<ChosenFile> {
  const { name } = file;
  try {
    const year = Number(jakartaDay(new Date()).slice(0, 4));
    return { step: "judged", name, worker, judgement: await worker.judge(file, year) };
  } catch (error) {
    return {
      ...{ step: "failed", name },
      failure: error instanceof NoAnswer ? failureOf(error) : undefined,
    };
  }
}
