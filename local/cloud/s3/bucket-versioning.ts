import { AwsError } from "../kernel/service.ts";
import { authorizeBucket, type Operation } from "./operation.ts";
import { receiveText } from "./request-body.ts";
import { xmlAnswer } from "./s3-answer.ts";
import { malformedXml, notImplemented } from "./s3-errors.ts";
import { readXml, textOf } from "./xml.ts";

const versioningCall = { on: "bucket", selector: "versioning" } as const;

export const getBucketVersioning: Operation = {
  ...versioningCall,
  name: "GetBucketVersioning",
  method: "GET",
  run: (state, request) => {
    authorizeBucket(state, request, "GetBucketVersioning");
    const { versioning } = state.index.bucket(request.bucket);
    return xmlAnswer("VersioningConfiguration", { Status: versioning });
  },
};

export const putBucketVersioning: Operation = {
  ...versioningCall,
  name: "PutBucketVersioning",
  method: "PUT",
  run: async (state, request) => {
    authorizeBucket(state, request, "PutBucketVersioning");
    const document = readXml(await receiveText(request), "VersioningConfiguration");
    const versioning = textOf(document, "Status");
    if (textOf(document, "MfaDelete") === "Enabled") throw notImplemented("MfaDelete");
    if (versioning !== "Enabled" && versioning !== "Suspended") throw malformedXml();
    state.context.store.transaction(() => {
      const bucket = state.index.bucket(request.bucket);
      if (bucket.objectLock && versioning === "Suspended") {
        throw new AwsError(
          "InvalidBucketState",
          "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.",
          { status: 409 },
        );
      }
      state.index.saveBucket({ ...bucket, versioning });
    });
    return { status: 200 };
  },
};
