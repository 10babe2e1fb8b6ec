/** What a holder waits for who downloads a file of a new card: when it is drawn for it, and when it is there. */
import type { CardAnswer } from "#shared/card/card-answer.ts";
import type { Visitor } from "../pipeline/visitor.ts";

const files = [
  "/api/me/card/pdf?shape=portrait&sheet=card",
  "/api/me/card/pdf?shape=landscape&sheet=a4",
  "/api/me/card/faces/front-portrait?download=1",
  "/api/me/card/faces/front-landscape?download=1",
];

export interface Downloads {
  /** Milliseconds from the request to the last byte, one for each file. */
  readonly first: readonly number[];
  readonly later: readonly number[];
}

/** @param holder whose card is new: nobody has asked for its files yet */
export async function download(holder: Visitor): Promise<Downloads> {
  const { state } = await holder.get<CardAnswer>("/api/me/card");
  if (state !== "drawn") throw new Error(`The card is ${state}.`);
  return { first: await fetchAll(holder), later: await fetchAll(holder) };
}

async function fetchAll(holder: Visitor): Promise<number[]> {
  const times: number[] = [];
  for (const file of files) {
    const startedAt = performance.now();
    const bytes = await holder.image(file);
    times.push(performance.now() - startedAt);
    if (bytes.length < 10_000) throw new Error(`${file} has ${bytes.length} bytes.`);
  }
  return times;
}
