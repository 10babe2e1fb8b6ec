import { AwsError } from "../kernel/service.ts";
import { authorizeBucket, type Operation } from "./operation.ts";
import { receiveText } from "./request-body.ts";
import { type Answer, xmlAnswer } from "./s3-answer.ts";
import { notImplemented } from "./s3-errors.ts";
import type { SignedRequest } from "./s3-request.ts";
import type { S3State } from "./s3-state.ts";
import { readXml, textOf, writeXml } from "./xml.ts";

export const listBuckets: Operation = {
  name: "ListBuckets",
  method: "GET",
  on: "service",
  run: ({ context, index }, { caller }) => {
    context.authorize(caller, "s3:ListAllMyBuckets", "arn:aws:s3:::*");
    return xmlAnswer("ListAllMyBucketsResult", {
      Owner: { ID: context.account },
      Buckets: {
        Bucket: index.buckets().map(({ name, createdAt }) => ({
          Name: name,
          CreationDate: new Date(createdAt).toISOString(),
          BucketRegion: context.region,
        })),
      },
    });
  },
};

export const createBucket: Operation = {
  name: "CreateBucket",
  method: "PUT",
  on: "bucket",
  headers: ["x-amz-bucket-object-lock-enabled", "x-amz-object-ownership"],
  run: create,
};

export const headBucket: Operation = {
  name: "HeadBucket",
  method: "HEAD",
  on: "bucket",
  run: (state, request) => {
    authorizeBucket(state, request, "ListBucket");
    state.index.bucket(request.bucket);
    return { status: 200, headers: { "x-amz-bucket-region": state.context.region } };
  },
};

export const deleteBucket: Operation = {
  name: "DeleteBucket",
  method: "DELETE",
  on: "bucket",
  run: remove,
};

async function create(state: S3State, request: SignedRequest): Promise<Answer> {
  const { context, index } = state;
  const { bucket: name, headers } = request;
  authorizeBucket(state, request, "CreateBucket");
  checkName(name);
  checkOwnership(headers["x-amz-object-ownership"]);
  if (Number(headers["content-length"] ?? 0) > 0) {
    checkLocation(await receiveText(request), context.region);
  }
  const objectLock = headers["x-amz-bucket-object-lock-enabled"]?.toLowerCase() === "true";
  if (objectLock) authorizeBucket(state, request, "PutBucketObjectLockConfiguration");
  context.store.transaction(() => {
    if (index.findBucket(name)) {
      throw new AwsError(
        "BucketAlreadyOwnedByYou",
        "Your previous request to create the named bucket succeeded and you already own it.",
        { status: 409, extra: { BucketName: name } },
      );
    }
    index.saveBucket({
      name,
      createdAt: context.clock.millis(),
      objectLock,
      // Object lock keeps versions, so they must be there.
      ...(objectLock ? { versioning: "Enabled" } : {}),
      configurations: objectLock
        ? {
            "object-lock": writeXml("ObjectLockConfiguration", { ObjectLockEnabled: "Enabled" }),
          }
        : {},
    });
  });
  return { status: 200, headers: { location: `/${name}` } };
}

function remove(state: S3State, request: SignedRequest): Answer {
  const { context, index, files } = state;
  const { bucket: name } = request;
  authorizeBucket(state, request, "DeleteBucket");
  const parts = context.store.transaction(() => {
    index.bucket(name);
    if (!index.entries(name).next().done) {
      throw new AwsError("BucketNotEmpty", "The bucket you tried to delete is not empty", {
        status: 409,
        extra: { BucketName: name },
      });
    }
    const parts = index.uploads(name).flatMap(({ id }) => index.removeUpload(id));
    index.removeBucket(name);
    return parts;
  });
  files.discard(...parts.map(({ file }) => file));
  return { status: 204 };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function checkName(name: string): void {
  const isValid =
    /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(name) &&
    !name.includes("..") &&
    !/^\d+\.\d+\.\d+\.\d+$/.test(name) &&
    !/^(?:xn--|sthree-|amzn-s3-demo-)|(?:-s3alias|--ol-s3|--x-s3|\.mrap)$/.test(name);
  if (!isValid) {
    throw new AwsError("InvalidBucketName", "The specified bucket is not valid.", {
      extra: { BucketName: name },
    });
  }
}

function checkOwnership(ownership: string | undefined): void {
  if (ownership !== undefined && ownership !== "BucketOwnerEnforced") {
    throw notImplemented(`the object ownership ${ownership}`);
  }
}

function checkLocation(document: string, region: string): void {
  const configuration = readXml(document, "CreateBucketConfiguration");
  const unknown = configuration.children.find(({ name }) => name !== "LocationConstraint");
  if (unknown) throw notImplemented(`${unknown.name} in CreateBucket`);
  const location = textOf(configuration, "LocationConstraint");
  if (location && location !== region) {
    throw new AwsError(
      "IllegalLocationConstraintException",
      `The ${location} location constraint is incompatible for the region specific endpoint this request was sent to.`,
    );
  }
}
