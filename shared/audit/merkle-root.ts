/**
 * The root of a Merkle tree as in RFC 6962, section 2.1 («Certificate Transparency»): leaves and nodes are hashed with different
 * first bytes, so that no node can be shown as a leaf. It keeps one hash for each level, however many leaves there are.
 */
import { createHash } from "node:crypto";

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

interface Subtree {
  readonly size: number;
  readonly hash: Buffer;
}

/** @param leaves in order @returns base64url of SHA-256 */
export function merkleRoot(leaves: Iterable<string | Buffer>): string {
  const stack: Subtree[] = [];
  for (const leaf of leaves) {
    let newest: Subtree = { size: 1, hash: sha256(leafPrefix, leaf) };
    for (let left = stack.at(-1); left?.size === newest.size; left = stack.at(-1)) {
      stack.pop();
      newest = joined(left, newest);
    }
    stack.push(newest);
  }
  const root = stack.reduceRight<Subtree | undefined>(
    (right, left) => (right ? joined(left, right) : left),
    undefined,
  );
  return (root?.hash ?? sha256()).toString("base64url");
}

function joined(left: Subtree, right: Subtree): Subtree {
  return {
    size: left.size + right.size,
    hash: sha256(nodePrefix, left.hash, right.hash),
  };
}

function sha256(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}
