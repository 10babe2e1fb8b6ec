import { findObject, versionCondition } from "./get-object.ts";
import { checkTags } from "./object-headers.ts";
import type { ObjectVersion, StoredObject, Tag } from "./object-index.ts";
import { authorizeObject, type Operation } from "./operation.ts";
import { receiveText } from "./request-body.ts";
import { type Answer, xmlAnswer } from "./s3-answer.ts";
import { malformedXml } from "./s3-errors.ts";
import type { SignedRequest } from "./s3-request.ts";
import type { S3State } from "./s3-state.ts";
import { childOf, childrenOf, readXml, textOf } from "./xml.ts";

const taggingCall = { on: "object", selector: "tagging", query: ["versionId"] } as const;

export const getObjectTagging: Operation = {
  ...taggingCall,
  name: "GetObjectTagging",
  method: "GET",
  run: (state, request) => {
    const { tags, versionId } = taggedObject(state, request, "Get");
    const document = {
      TagSet: { Tag: tags.map(({ key, value }) => ({ Key: key, Value: value })) },
    };
    return xmlAnswer("Tagging", document, versionHeader(state, request, versionId));
  },
};

export const putObjectTagging: Operation = {
  ...taggingCall,
  name: "PutObjectTagging",
  method: "PUT",
  run: async (state, request) => {
    taggedObject(state, request, "Put");
    return tag(state, request, readTags(await receiveText(request)), 200, "Put");
  },
};

export const deleteObjectTagging: Operation = {
  ...taggingCall,
  name: "DeleteObjectTagging",
  method: "DELETE",
  run: (state, request) => tag(state, request, [], 204, "Delete"),
};

/** @throws AwsError MalformedXML, InvalidTag */
export function readTags(document: string, limit?: number): Tag[] {
  const set = childOf(readXml(document, "Tagging"), "TagSet");
  if (!set) throw malformedXml();
  return checkTags(
    childrenOf(set, "Tag").map((element) => {
      const key = textOf(element, "Key");
      if (key === undefined) throw malformedXml();
      return { key, value: textOf(element, "Value") ?? "" };
    }),
    limit,
  );
}

/** The object once the caller may do this with its tags. */
function taggedObject(
  state: S3State,
  request: SignedRequest,
  verb: "Get" | "Put" | "Delete",
): StoredObject {
  const versionId = request.query.get("versionId") ?? undefined;
  const action = `${verb}Object${versionId === undefined ? "" : "Version"}Tagging`;
  authorizeObject(state, request, action, request, versionCondition(versionId));
  state.index.bucket(request.bucket);
  return findObject(state, request, request, versionId);
}

function tag(
  state: S3State,
  request: SignedRequest,
  tags: readonly Tag[],
  status: number,
  verb: "Put" | "Delete",
): Answer {
  const { index, context } = state;
  // Looked up again: while the tags were read another call may have changed the object.
  const { versionId } = context.store.transaction(() => {
    const object = taggedObject(state, request, verb);
    const change = (version: ObjectVersion): ObjectVersion =>
      version.versionId === object.versionId ? { ...object, tags } : version;
    index.saveVersions(request, index.versions(request).map(change));
    return object;
  });
  return { status, headers: versionHeader(state, request, versionId) };
}

function versionHeader({ index }: S3State, { bucket }: SignedRequest, versionId: string) {
  return { "x-amz-version-id": index.bucket(bucket).versioning && versionId };
}
