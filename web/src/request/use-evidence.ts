import { useEffect, useRef, useState } from "preact/hooks";
import { NoAnswer } from "../api/client.ts";
import { failureOf, failureText } from "../forms/failure.ts";
import { evidence } from "../messages/evidence.ts";
import { ownEvidence, sendEvidence, sizeProblem } from "../officer/send-evidence.ts";
import { evidenceIn } from "../officer/source-fields.tsx";
import { leaveForLogin } from "../session/leave-for-login.ts";
import { forgetFile, type KeptFile, keepFile, keptFiles } from "./kept-evidence.ts";
import type { Draft } from "./request-draft.ts";

export interface OnItsWay extends KeptFile {
  /** In words; undefined when it stopped and waits to be sent again. */
  readonly state: string | undefined;
}

interface EvidenceOf {
  readonly draftKey: string;
  /** @param change of the files that have arrived */
  readonly onFiles: (change: (files: Draft["files"]) => Draft["files"]) => void;
}

/**
 * The files of a request: each is kept on the device, sent, and let go once it has arrived whole. What a reload or a lost connection has stopped
 * goes on by itself when the page is there again, and the network. A file is named by its content, so that it arrives once however often it is sent.
 * Long: what may happen to a file on its way.
 */
export function useEvidence({ draftKey, onFiles }: EvidenceOf) {
  const [waiting, setWaiting] = useState<readonly OnItsWay[]>([]);
  const [wrong, setWrong] = useState("");
  const [isUnkept, setIsUnkept] = useState(false);
  const latest = useRef(waiting);
  latest.current = waiting;
  const sending = useRef(new Set<string>());
  const tell = (id: string, state: string | undefined) =>
    setWaiting((all) => all.map((each) => (each.id === id ? { ...each, state } : each)));
  const drop = (id: string) => {
    setWaiting((all) => all.filter((each) => each.id !== id));
    void forgetFile(id);
  };

  const send = async ({ id, file }: KeptFile) => {
    if (sending.current.has(id)) return;
    sending.current.add(id);
    const outcome = await outcomeOf(file, (state) => tell(id, state));
    sending.current.delete(id);
    if (outcome.isOpen) tell(id, undefined);
    // Who has removed it meanwhile does not want it.
    const isWanted = latest.current.some((each) => each.id === id);
    if (!outcome.isOpen) drop(id);
    if (outcome.wrong) setWrong(`${file.name}: ${outcome.wrong}`);
    const { arrived } = outcome;
    if (arrived && isWanted)
      onFiles((files) => [...files.filter((each) => each.file !== arrived.file), arrived]);
  };

  const again = () => {
    for (const each of latest.current) if (each.state === undefined) void send(each);
  };
  useEffect(() => {
    void keptFiles(draftKey).then((kept) => {
      setWaiting(kept.map((each) => ({ ...each, state: "" })));
      for (const each of kept) void send(each);
    });
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [draftKey]);

  const choose = async (file: File) => {
    const problem = sizeProblem(file);
    setWrong(problem ? `${file.name}: ${problem}` : "");
    if (problem) return;
    const kept = await keepFile(draftKey, file);
    setIsUnkept(kept === undefined);
    const chosen = { id: kept ?? crypto.randomUUID(), file };
    setWaiting((all) => [...all, { ...chosen, state: "" }]);
    await send(chosen);
  };
  return { waiting, wrong, isUnkept, choose, again, drop };
}

interface Outcome {
  readonly arrived?: Draft["files"][number];
  /** In words. */
  readonly wrong?: string;
  /** It has not arrived, and can be sent again. */
  readonly isOpen?: true;
}

async function outcomeOf(file: File, tell: (state: string) => void): Promise<Outcome> {
  try {
    const told = await sendEvidence(file, tell, ownEvidence);
    if (told === evidence.lost) return { isOpen: true };
    if (typeof told === "string") return { wrong: told };
    const arrived = evidenceIn(told.sourceFile);
    return arrived ? { arrived: { name: file.name, file: arrived, proof: told.fileProof } } : {};
  } catch (error) {
    if (error instanceof NoAnswer) return { isOpen: true };
    const failure = failureOf(error);
    if (failure.code === "session-ended") leaveForLogin();
    return { isOpen: true, wrong: failureText(failure) };
  }
}
