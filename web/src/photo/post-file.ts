import type { PhotoUploadAnswer } from "#shared/http/contract.ts";

/**
 * Presigned POST: the signed fields first, the file last. XMLHttpRequest, because fetch tells no upload progress.
 * @param onProgress share sent, 0 to 1
 * @returns whether the store took it
 */
export function postFile(
  { url, fields }: PhotoUploadAnswer,
  file: Blob,
  onProgress: (share: number) => void,
): Promise<boolean> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append("file", file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => resolve(request.status >= 200 && request.status < 300);
    request.onerror = () => resolve(false);
    request.onabort = () => resolve(false);
    request.send(body);
  });
}
