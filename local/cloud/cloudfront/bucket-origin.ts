import { GetObjectCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import type { ClientOptions } from "../assembly/deployer.ts";
import { type HttpResponse, pathOf } from "../http-api/http-message.ts";
import type { Origin } from "./distribution.ts";

/**
 * A bucket behind a distribution. It is read through the S3 API as the principal CloudFront, so the bucket's policy is checked.
 */
export function bucketOrigin(Bucket: string, client: ClientOptions): Origin {
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  return async (request) => {
    try {
      const Key = decodeURIComponent(pathOf(request).slice(1));
      const { Body, ...object } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      const headers = {
        "content-type": object.ContentType,
        "cache-control": object.CacheControl,
        "content-disposition": object.ContentDisposition,
        "content-encoding": object.ContentEncoding,
        "content-language": object.ContentLanguage,
        etag: object.ETag,
        "last-modified": object.LastModified?.toUTCString(),
      };
      return {
        status: 200,
        headers: Object.fromEntries(
          Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : [])),
        ),
        cookies: [],
        body: Buffer.from((await Body?.transformToByteArray()) ?? []),
      };
    } catch (error) {
      if (error instanceof URIError) return refusal(400, "InvalidURI");
      if (error instanceof S3ServiceException) {
        return refusal(error.$metadata.httpStatusCode ?? 500, error.name);
      }
      throw error;
    }
  };
}

function refusal(status: number, code: string): HttpResponse {
  return {
    status,
    headers: { "content-type": "application/xml" },
    cookies: [],
    body: Buffer.from(
      `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`,
    ),
  };
}
