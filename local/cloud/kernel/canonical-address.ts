/** How a signature spells a path and a query ("Create a canonical request", IAM User Guide). */

/** S3 signs the path as it is sent; every other service encodes it once more. */
export function canonicalPath(path: string, service: string): string {
  const once = path.split("/").map((segment) => encodeStrictly(decodeURIComponent(segment)));
  return (service === "s3" ? once : once.map(encodeStrictly)).join("/");
}

export function canonicalQuery(query: URLSearchParams): string {
  const pairs = [...query]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => [encodeStrictly(name), encodeStrictly(value)] as const);
  const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  return pairs
    .sort((a, b) => order(a[0], b[0]) || order(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

/** RFC 3986 percent-encoding, which leaves only unreserved characters as they are. */
function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
