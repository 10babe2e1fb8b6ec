import { isIPv4, isIPv6 } from "node:net";

/**
 * The network an address belongs to: /24 of IPv4, /56 of IPv6 (what one household or office is commonly given).
 * @returns "203.0.113.0/24", "2001:db8:0:ab00::/56"; "unknown" when the text is no address
 */
export function networkOf(text: string): string {
  const address = text.replaceAll(/[[\]]/g, "").replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIPv4(address)) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  if (isIPv6(address)) return `${ipv6Prefix(address)}::/56`;
  return "unknown";
}

/** First 56 bits: three groups and the upper half of the fourth. */
function ipv6Prefix(address: string): string {
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const last = tail === "" ? [] : tail.split(":");
    groups.push(...Array<string>(Math.max(0, 8 - groups.length - last.length)).fill("0"), ...last);
  }
  const numbers = groups.slice(0, 4).map((group) => Number.parseInt(group, 16));
  return numbers.map((n, i) => (i === 3 ? n & 0xff00 : n).toString(16)).join(":");
}
