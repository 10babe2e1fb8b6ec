import {
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";

/**
 * Stores under a key that names the content; an existing object stays. S3 answers 412 then, and to all but the
 * first of those who write the same key at the same time. It answers 409 when the object is deleted meanwhile; that is tried again (User Guide, "How
 * to prevent object overwrites with conditional writes").
 */
export async function putNewObject(
  s3: S3Client,
  object: Omit<PutObjectCommandInput, "IfNoneMatch">,
  tries = 3,
): Promise<void> {
  try {
    await s3.send(new PutObjectCommand({ ...object, IfNoneMatch: "*" }));
  } catch (error) {
    const code = error instanceof S3ServiceException ? error.name : undefined;
    if (code === "PreconditionFailed") return;
    if (code !== "ConditionalRequestConflict" || tries <= 1) throw error;
    await putNewObject(s3, object, tries - 1);
  }
}
