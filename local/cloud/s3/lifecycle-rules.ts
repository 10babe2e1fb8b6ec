/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html */
import { checkStorageClass } from "./object-headers.ts";
import type { Tag } from "./object-index.ts";
import { malformedXml, notImplemented } from "./s3-errors.ts";
import { childOf, childrenOf, readXml, textOf, type XmlElement } from "./xml.ts";

const dayMillis = 86_400_000;

export interface LifecycleRule {
  readonly isEnabled: boolean;
  readonly prefix: string;
  /** An object must carry them all. */
  readonly tags: readonly Tag[];
  readonly expirationDays: number | undefined;
  /** Milliseconds. */
  readonly expirationDate: number | undefined;
  readonly removesLoneMarkers: boolean;
  readonly noncurrentDays: number | undefined;
  /** Of the noncurrent versions, how many of the newest stay. */
  readonly newerNoncurrentVersions: number;
  readonly abortUploadDays: number | undefined;
  /** Of the current object, to another class of storage. */
  readonly transition: Transition | undefined;
}

interface Transition {
  readonly days: number;
  readonly storageClass: string;
}

/** @throws AwsError MalformedXML, NotImplemented for what would be ignored */
export function readLifecycleRules(document: string): LifecycleRule[] {
  const rules = childrenOf(readXml(document, "LifecycleConfiguration"), "Rule");
  if (rules.length === 0) throw malformedXml();
  return rules.map(readRule);
}

/** When something of that age is due: S3 rounds up to the next midnight UTC. */
export function dueAfter(since: number, days: number): number {
  return Math.ceil((since + days * dayMillis) / dayMillis) * dayMillis;
}

function readRule(rule: XmlElement): LifecycleRule {
  expectOnly(rule, [
    ...["ID", "Status", "Filter", "Prefix", "Expiration"],
    ...["NoncurrentVersionExpiration", "AbortIncompleteMultipartUpload", "Transition"],
  ]);
  const status = textOf(rule, "Status");
  if (status !== "Enabled" && status !== "Disabled") throw malformedXml();
  const expiration = optional(rule, "Expiration", ["Days", "Date", "ExpiredObjectDeleteMarker"]);
  const noncurrent = optional(rule, "NoncurrentVersionExpiration", [
    "NoncurrentDays",
    "NewerNoncurrentVersions",
  ]);
  const abort = optional(rule, "AbortIncompleteMultipartUpload", ["DaysAfterInitiation"]);
  const transition = readTransition(rule);
  if (!expiration && !noncurrent && !abort && !transition) throw malformedXml();
  const date = expiration && textOf(expiration, "Date");
  return {
    isEnabled: status === "Enabled",
    ...readFilter(rule),
    expirationDays: days(expiration, "Days"),
    expirationDate: date === undefined ? undefined : Date.parse(date),
    removesLoneMarkers: textOf(expiration ?? rule, "ExpiredObjectDeleteMarker") === "true",
    noncurrentDays: days(noncurrent, "NoncurrentDays"),
    newerNoncurrentVersions: days(noncurrent, "NewerNoncurrentVersions") ?? 0,
    abortUploadDays: days(abort, "DaysAfterInitiation"),
    transition,
  };
}

function readTransition(rule: XmlElement): Transition | undefined {
  const [transition, ...others] = childrenOf(rule, "Transition");
  if (!transition) return undefined;
  if (others.length > 0) throw notImplemented("more than one Transition in a lifecycle rule");
  expectOnly(transition, ["Days", "StorageClass"]);
  const storageClass = textOf(transition, "StorageClass");
  const after = days(transition, "Days");
  if (storageClass === undefined || after === undefined) throw malformedXml();
  if (storageClass === "STANDARD") throw malformedXml();
  checkStorageClass(storageClass);
  return { days: after, storageClass };
}

function readFilter(rule: XmlElement): Pick<LifecycleRule, "prefix" | "tags"> {
  const filter = childOf(rule, "Filter");
  if (!filter) return { prefix: textOf(rule, "Prefix") ?? "", tags: [] };
  expectOnly(filter, ["Prefix", "Tag", "And"]);
  const conditions = childOf(filter, "And") ?? filter;
  expectOnly(conditions, ["Prefix", "Tag"]);
  return {
    prefix: textOf(conditions, "Prefix") ?? "",
    tags: childrenOf(conditions, "Tag").map((tag) => ({
      key: textOf(tag, "Key") ?? "",
      value: textOf(tag, "Value") ?? "",
    })),
  };
}

function optional(
  rule: XmlElement,
  name: string,
  known: readonly string[],
): XmlElement | undefined {
  const element = childOf(rule, name);
  if (element) expectOnly(element, known);
  return element;
}

function days(element: XmlElement | undefined, name: string): number | undefined {
  const text = element && textOf(element, name);
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text)) throw malformedXml();
  return Number(text);
}

function expectOnly(element: XmlElement, known: readonly string[]): void {
  const unknown = element.children.find(({ name }) => !known.includes(name));
  if (unknown) throw notImplemented(`${unknown.name} in a lifecycle rule`);
}
