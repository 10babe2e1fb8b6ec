import { expect, test } from "vitest";
import { NoAnswer, Refusal } from "../../../web/src/api/client.ts";
import {
  type ImportNetwork,
  type SendProgress,
  sendImport,
} from "../../../web/src/import/send-import.ts";

type Fate = "lost" | "stalled" | "answer-lost" | "arrived";

/** A link whose uploads arrive or not as told, one after the other; time passes at once. */
class WeakLink implements ImportNetwork {
  readonly requests: string[] = [];
  readonly waits: number[] = [];
  readonly #fates: Fate[];
  #arrived = false;

  constructor(...fates: Fate[]) {
    this.#fates = fates;
  }

  begin: ImportNetwork["begin"] = async ({ requestId }) => {
    this.requests.push(requestId);
    if (this.#arrived) return { id: "imp_1" };
    return { id: "imp_1", upload: { url: "https://bucket.test", fields: {} } };
  };

  postFile: ImportNetwork["postFile"] = async (_form, _file, { onProgress }) => {
    const fate = this.#fates.shift() ?? "lost";
    onProgress(0.5);
    this.#arrived = fate === "arrived" || fate === "answer-lost";
    return fate === "answer-lost" ? "lost" : fate;
  };

  read: ImportNetwork["read"] = async () => ({ state: this.#arrived ? "judging" : "uploading" });

  wait = async (ms: number) => {
    this.waits.push(ms);
  };
}

const sent = { requestId: "5f0c", name: "pegawai.xlsx", file: new Blob(["NIP"]) };

async function sendOver(link: ImportNetwork, cancelled = new AbortController().signal) {
  const steps: SendProgress[] = [];
  const id = await sendImport(sent, (step) => steps.push(step), cancelled, link);
  return { id, steps };
}

test("a file that arrives is an import, and how far it is was told", async () => {
  const { id, steps } = await sendOver(new WeakLink("arrived"));

  expect(id).toBe("imp_1");
  expect(steps).toEqual([
    { step: "sending", share: 0 },
    { step: "sending", share: 0.5 },
  ]);
});

test("a broken upload is sent again after a pause, as the same import", async () => {
  const link = new WeakLink("lost", "stalled", "arrived");
  const { id, steps } = await sendOver(link);

  expect(id).toBe("imp_1");
  expect(link.requests).toEqual(["5f0c", "5f0c", "5f0c"]);
  expect(link.waits).toHaveLength(2);
  expect(steps.filter(({ step }) => step === "waiting")).toEqual([
    { step: "waiting", stalled: false },
    { step: "waiting", stalled: true },
  ]);
});

test("a file that arrived although its answer was lost is not sent again", async () => {
  const link = new WeakLink("answer-lost", "arrived");

  expect((await sendOver(link)).id).toBe("imp_1");
  expect(link.requests).toHaveLength(1);
});

test("a link that stays down is told after eight attempts; an API that is out of reach counts", async () => {
  const link = new WeakLink();
  await expect(sendOver(link)).rejects.toBeInstanceOf(NoAnswer);
  expect(link.requests).toHaveLength(8);

  const unreachable = new WeakLink("arrived");
  let asked = 0;
  unreachable.begin = async () => {
    asked += 1;
    throw new NoAnswer("down");
  };
  await expect(sendOver(unreachable)).rejects.toBeInstanceOf(NoAnswer);
  expect(asked).toBe(8);
});

test("a refusal is not tried again", async () => {
  const link = new WeakLink("arrived");
  let asked = 0;
  link.begin = async () => {
    asked += 1;
    throw new Refusal({ status: 403, code: "forbidden", reference: "" });
  };

  await expect(sendOver(link)).rejects.toBeInstanceOf(Refusal);
  expect(asked).toBe(1);
});

test("one that is cancelled ends at once, whether it was being sent or waited", async () => {
  const way = new AbortController();
  const whileSending = new WeakLink("lost", "arrived");
  const { postFile } = whileSending;
  whileSending.postFile = async (...given) => {
    way.abort();
    return postFile(...given);
  };
  expect((await sendOver(whileSending, way.signal)).id).toBeUndefined();
  expect(whileSending.requests).toHaveLength(1);

  const wayOfWaiting = new AbortController();
  const whileWaiting = new WeakLink("lost", "arrived");
  whileWaiting.wait = async () => wayOfWaiting.abort();
  expect((await sendOver(whileWaiting, wayOfWaiting.signal)).id).toBeUndefined();
  expect(whileWaiting.requests).toHaveLength(1);
});
