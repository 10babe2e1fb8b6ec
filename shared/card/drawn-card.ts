/** A drawn card: which one it is, and where its files are stored. */
import { createHash } from "node:crypto";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { CardFile } from "./card-file.ts";
import { contentHash } from "./content-hash.ts";

/** Which drawing it is: the same content in the same look always has the same pixels. */
export interface Drawing {
  readonly employeeId: EmployeeId;
  readonly contentHash: string;
  /** Of the look (design/look.ts). */
  readonly templateVersion: string;
  /** The folder of its backs: "backs/t1-594804d3/…". All cards of one agency, kind and template share it. */
  readonly backs: string;
  /** The name of the signature in its QR (sign-card.ts); absent: the QR has the address alone. */
  readonly signature?: string | undefined;
}

/**
 * The drawing of a record in a template.
 * @param siteUrl its host is printed on the back
 * @param signature the name of the one in its QR
 */
export function drawingOf(
  employee: Employee,
  templateVersion: string,
  siteUrl: string,
  signature?: string,
): Drawing {
  const { id, instansiId, kind, instansi } = employee;
  const onBack = JSON.stringify([instansiId, kind, instansi, new URL(siteUrl).host]);
  const digest = createHash("sha256").update(onBack).digest("hex");
  return {
    employeeId: id,
    contentHash: contentHash(employee),
    templateVersion,
    backs: `backs/${templateVersion}/${digest.slice(0, 32)}`,
    ...(signature && { signature }),
  };
}

/** Tells drawings of one card apart, in addresses and answers. */
export function versionOf({ contentHash, ...look }: Drawing): string {
  return `${contentHash.slice(0, 16)}.${lookName(look)}`;
}

/** What else than its content makes a drawing: the template, and the signature if there is one. */
export function lookName({
  templateVersion,
  signature,
}: Pick<Drawing, "templateVersion" | "signature">): string {
  return signature ? `${templateVersion}.${signature}` : templateVersion;
}

/** Files of drawn cards, stored under keys that name their content: nothing else ever overwrites them. */
export interface Drawings {
  has(drawing: Drawing, file: CardFile): Promise<boolean>;
  put(drawing: Drawing, file: CardFile, bytes: Buffer): Promise<void>;
  /** @throws when it is not there, which happens only if an object was lost */
  read(drawing: Drawing, file: CardFile): Promise<Buffer>;
  /** A link to download a file. It is valid for a minute. @param name the name of the downloaded file */
  link(drawing: Drawing, file: CardFile, name: string): Promise<string>;
}
