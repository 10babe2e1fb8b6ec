/** Where a store takes a file: a presigned form's address and fields. */
export interface FileForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Milliseconds without a byte that goes on its way, and from the last byte to the store's answer. A browser counts as sent what the
 * system has taken; on a link of 50 kbit/s some 200 KB wait there for half a minute more.
 */
export const patience = { sending: 20_000, answer: 60_000 } as const;

/**
 * What became of a file: `lost` when the connection broke or the store refused it, `stalled` when nothing moved any more,
 * which a browser alone would wait for without an end.
 */
export type Delivery = "arrived" | "lost" | "stalled";

interface Sending {
  /** Share sent, 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Whoever waits for it does not want it any more: it is lost. */
  readonly cancelled?: AbortSignal | undefined;
}

/**
 * Presigned POST: the signed fields first, the file last. XMLHttpRequest, because fetch tells no upload progress.
 */
export function postFile(
  { url, fields }: FileForm,
  file: Blob,
  { onProgress, cancelled }: Sending,
): Promise<Delivery> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append("file", file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (delivery: Delivery) => {
      clearTimeout(timer);
      resolve(delivery);
    };
    const watch = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        end("stalled");
        request.abort();
      }, ms);
    };
    request.open("POST", url);
    request.upload.onprogress = ({ loaded, total }) => {
      watch(patience.sending);
      onProgress(total ? loaded / total : 0);
    };
    request.upload.onload = () => watch(patience.answer);
    request.onload = () => end(request.status >= 200 && request.status < 300 ? "arrived" : "lost");
    request.onerror = () => end("lost");
    request.onabort = () => end("lost");
    cancelled?.addEventListener("abort", () => request.abort());
    watch(patience.sending);
    request.send(body);
  });
}
