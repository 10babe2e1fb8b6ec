/** The bucket of cards behind the real client, without a network: what is asked of S3 is counted, and what is put is known. */
import { S3Client } from "@aws-sdk/client-s3";
import { CardBucket } from "#shared/card/card-bucket.ts";

interface Request {
  readonly method: string;
  readonly path: string;
}

export interface CountedBucket {
  readonly bucket: CardBucket;
  /** How many objects were put since it was asked last. */
  readonly takePuts: () => number;
}

export function countedBucket(): CountedBucket {
  const stored = new Set<string>();
  let puts = 0;
  const handle = async ({ method, path }: Request) => {
    if (method === "PUT") stored.add(path);
    const statusCode = stored.has(path) ? 200 : 404;
    return { response: { statusCode, headers: {}, body: undefined } };
  };
  const s3 = new S3Client({
    region: "ap-southeast-3",
    credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
    requestHandler: { handle },
  });
  s3.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (commandName === "PutObjectCommand") puts++;
        return next(args);
      },
    { step: "initialize" },
  );
  return {
    bucket: new CardBucket(s3, "cards"),
    takePuts() {
      const taken = puts;
      puts = 0;
      return taken;
    },
  };
}
