/** Names below localhost are this machine (RFC 6761, 6.3), which not every resolver knows. For `node --import`. */
import dns from "node:dns";

const { lookup } = dns;
dns.lookup = (name, ...rest) => lookup(name.endsWith(".localhost") ? "127.0.0.1" : name, ...rest);
