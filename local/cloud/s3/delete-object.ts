import { AwsError } from "../kernel/service.ts";
import { writePrecondition } from "./conditions.ts";
import { versionCondition } from "./get-object.ts";
import { removeCurrent, removeVersion } from "./object-history.ts";
import { isDeleteMarker } from "./object-index.ts";
import { isIntegrityClaimed } from "./object-lock.ts";
import { authorizeObject, causeOf, type Operation } from "./operation.ts";
import { receiveText } from "./request-body.ts";
import { type Answer, xmlAnswer } from "./s3-answer.ts";
import { invalidRequest, malformedXml, notImplemented } from "./s3-errors.ts";
import { checkKey, type SignedRequest } from "./s3-request.ts";
import type { S3State } from "./s3-state.ts";
import { childrenOf, readXml, textOf, type XmlElement, type XmlValue } from "./xml.ts";

const batchLimit = 1000;

export const deleteObject: Operation = {
  name: "DeleteObject",
  method: "DELETE",
  on: "object",
  query: ["versionId"],
  run: (state, request) => {
    const versionId = request.query.get("versionId") ?? undefined;
    const { marker } = remove(state, request, {
      key: request.key,
      versionId,
      ifMatch: request.headers["if-match"],
    });
    return {
      status: 204,
      headers: {
        "x-amz-delete-marker": marker === undefined ? undefined : "true",
        "x-amz-version-id": marker ?? versionId,
      },
    };
  },
};

export const deleteObjects: Operation = {
  name: "DeleteObjects",
  method: "POST",
  on: "bucket",
  selector: "delete",
  run: removeMany,
};

interface Removal {
  readonly key: string;
  readonly versionId: string | undefined;
  readonly ifMatch?: string | undefined;
}

/** @returns the version id of the delete marker that was made or removed, if one was */
function remove(
  state: S3State,
  request: SignedRequest,
  { key, versionId, ifMatch }: Removal,
): { marker?: string } {
  const address = { bucket: request.bucket, key };
  const action = versionId === undefined ? "DeleteObject" : "DeleteObjectVersion";
  authorizeObject(state, request, action, address, versionCondition(versionId));
  state.index.bucket(request.bucket);
  const cause = causeOf(request);
  if (versionId === undefined) {
    const precondition = writePrecondition({ "if-match": ifMatch }, key);
    const marker = removeCurrent(state, address, cause, { precondition });
    return marker ? { marker: marker.versionId } : {};
  }
  if (ifMatch !== undefined) throw notImplemented("If-Match on the deletion of a version");
  const removed = removeVersion(state, address, versionId, cause);
  return removed && isDeleteMarker(removed) ? { marker: versionId } : {};
}

async function removeMany(state: S3State, request: SignedRequest): Promise<Answer> {
  checkIntegrityIsClaimed(request);
  const document = readXml(await receiveText(request), "Delete");
  const objects = childrenOf(document, "Object");
  if (objects.length === 0 || objects.length > batchLimit) throw malformedXml();
  state.index.bucket(request.bucket);
  const isQuiet = textOf(document, "Quiet") === "true";
  const deleted: XmlValue[] = [];
  const errors: XmlValue[] = [];
  for (const object of objects) {
    const removal = readRemoval(object);
    const { key: Key, versionId: VersionId } = removal;
    try {
      const { marker } = remove(state, request, removal);
      deleted.push({
        Key,
        VersionId,
        DeleteMarker: marker === undefined ? undefined : true,
        DeleteMarkerVersionId: marker,
      });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      errors.push({ Key, VersionId, Code: error.code, Message: error.message });
    }
  }
  return xmlAnswer("DeleteResult", { Deleted: isQuiet ? [] : deleted, Error: errors });
}

function readRemoval(object: XmlElement): Removal {
  const known = ["Key", "VersionId", "ETag"];
  const unknown = object.children.find(({ name }) => !known.includes(name));
  if (unknown) throw notImplemented(`${unknown.name} in DeleteObjects`);
  const key = textOf(object, "Key");
  if (!key) throw malformedXml();
  checkKey(key);
  return { key, versionId: textOf(object, "VersionId"), ifMatch: textOf(object, "ETag") };
}

function checkIntegrityIsClaimed({ headers }: SignedRequest): void {
  if (!isIntegrityClaimed(headers)) {
    throw invalidRequest(
      "Missing required header for this request: Content-MD5 OR x-amz-checksum-*",
    );
  }
}
