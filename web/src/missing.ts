/**
 * Built-ins that Chrome 90, Safari 15 or Firefox 100 lack and that our code, shared code and libraries use. main.tsx loads it
 * where one is missing, before the page is hydrated. What cannot be added here is checked where it is used: showModal,
 * BroadcastChannel, wake locks.
 */
const put = (owner: object, name: string, value: unknown) => {
  if (!(name in owner))
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });
};

type Replacement = (...match: string[]) => string;

put(
  String.prototype,
  "replaceAll",
  function (this: string, wanted: string | RegExp, by: string | Replacement) {
    const pattern =
      typeof wanted === "string"
        ? new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "g")
        : wanted;
    return typeof by === "string" ? this.replace(pattern, by) : this.replace(pattern, by);
  },
);

// Not by Object.hasOwn, which is what is missing.
put(
  Object,
  "hasOwn",
  (owner: object, name: PropertyKey) => Reflect.getOwnPropertyDescriptor(owner, name) !== undefined,
);

put(Array.prototype, "at", function (this: unknown[], index: number) {
  return this[index < 0 ? this.length + index : index];
});

if (typeof AbortSignal === "function")
  put(AbortSignal, "timeout", (ms: number) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), ms);
    return controller.signal;
  });

put(crypto, "randomUUID", () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // Version 4, variant 1 (RFC 9562).
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
});
