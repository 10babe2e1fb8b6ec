import type { PhotoUploadAnswer } from "#shared/photo/photo-answers.ts";

/** Milliseconds without a byte that goes on its way, and from the last byte to the store's answer. */
export const patience = { sending: 20_000, answer: 30_000 } as const;

/**
 * What became of a file: `lost` when the connection broke or the store refused it, `stalled` when nothing moved any more,
 * which a browser alone would wait for without an end.
 */
export type Delivery = "arrived" | "lost" | "stalled";

/**
 * Presigned POST: the signed fields first, the file last. XMLHttpRequest, because fetch tells no upload progress.
 * @param onProgress share sent, 0 to 1
 */
export function postFile(
  { url, fields }: PhotoUploadAnswer,
  file: Blob,
  onProgress: (share: number) => void,
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
    watch(patience.sending);
    request.send(body);
  });
}
