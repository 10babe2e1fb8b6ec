import { useEffect, useRef, useState } from "preact/hooks";
import { jakartaDay } from "#shared/runtime/clock.ts";
import { type Failure, failureOf } from "../forms/failure.ts";
import { FileJudge, type Judgement } from "./file-judge.ts";

export type ChosenFile =
  | { readonly step: "none" }
  | { readonly step: "reading"; readonly name: string; readonly rows: number }
  | {
      readonly step: "judged";
      readonly name: string;
      readonly judge: FileJudge;
      readonly judgement: Judgement;
    }
  /** Without a failure the worker itself could not. */
  | { readonly step: "failed"; readonly name: string; readonly failure?: Failure };

/** One chosen file at a time, from its choice to its judgement. Long: a hook, whose functions share its state. */
export function useChosenFile() {
  const [state, setState] = useState<ChosenFile>({ step: "none" });
  const judge = useRef<FileJudge>(undefined);
  const chosen = useRef<File>(undefined);
  const end = () => {
    judge.current?.end();
    judge.current = undefined;
  };
  useEffect(() => end, []);

  const choose = (file: File) => {
    end();
    chosen.current = file;
    const { name } = file;
    const year = Number(jakartaDay(new Date()).slice(0, 4));
    const current = new FileJudge(file, year, (rows) =>
      setState((now) => (now.step === "reading" ? { ...now, rows } : now)),
    );
    judge.current = current;
    setState({ step: "reading", name, rows: 0 });
    current.judgement.then(
      (judgement) =>
        judge.current === current && setState({ step: "judged", name, judge: current, judgement }),
      (error: unknown) => {
        if (judge.current !== current) return;
        end();
        setState({ step: "failed", name });
        setState({ step: "failed", name, failure: failureOf(error) });
      },
    );
  };
  const leave = () => {
    end();
    setState({ step: "none" });
  };
  const again = () => chosen.current && choose(chosen.current);
  return { state, choose, leave, again };
}
