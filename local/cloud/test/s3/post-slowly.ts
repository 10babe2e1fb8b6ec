import { setTimeout as sleep } from "node:timers/promises";

interface SlowPost {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly file: Blob;
  /** Called once the fields and most of the file have arrived. */
  readonly meanwhile: () => void;
}

/** So many bytes are held back: less than the end of a form has. */
const heldBack = 40;
/** Until then the bucket has read the fields, milliseconds. */
const readAfter = 500;

/** Sends a form over a slow line. */
export async function postSlowly({ url, fields, file, meanwhile }: SlowPost): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", file, "foto.png");
  const whole = new Response(form);
  const bytes = new Uint8Array(await whole.arrayBuffer());
  async function* parts() {
    yield bytes.subarray(0, -heldBack);
    await sleep(readAfter);
    meanwhile();
    yield bytes.subarray(-heldBack);
  }
  return await fetch(url, {
    ...{ method: "POST", body: ReadableStream.from(parts()), duplex: "half" },
    headers: { "content-type": whole.headers.get("content-type") ?? "" },
  });
}

/** How long so many bytes are on their way, seconds. @param kilobits the line carries in a second */
export function secondsAt(bytes: number, kilobits: number): number {
  return (bytes * 8) / (kilobits * 1000);
}
