/** Kernels that work at once, with memory that grows to what they need. */
export type Kernel = (...numbers: number[]) => void;

/** What is used of it. Types of browsers have it, those of Node do not. */
interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
declare const WebAssembly: {
  readonly Memory: new (pages: { readonly initial: number }) => Memory;
  readonly Module: new (code: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly host: { readonly memory: Memory } },
  ) => { readonly exports: Readonly<Record<string, unknown>> };
};

const pageBytes = 65_536;

export interface Kernels<Run> {
  readonly run: Run;
  /** At least so many bytes. What was there before may lie there still; a view of it is only good until the next call. */
  memoryOf(bytes: number): ArrayBuffer;
}

/**
 * Kernels of an assembled text (`wasm-text.ts`), by the names that they have in it, with a memory of their own. At once, unlike `WebAssembly.instantiate`: they are a few kilobytes.
 * @throws Error when this browser has no WebAssembly, or not what the kernels need of it (SIMD)
 */
export function instantiate<Run>(
  code: Uint8Array<ArrayBuffer>,
  pick: (kernel: (name: string) => Kernel) => Run,
): Kernels<Run> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), {
    host: { memory },
  });
  const kernel = (name: string): Kernel => {
    const made = exports[name];
    if (typeof made !== "function") throw new Error(`The kernel ${name} is missing.`);
    return (...numbers) => {
      made(...numbers);
    };
  };
  return {
    run: pick(kernel),
    memoryOf(bytes) {
      const more = bytes - memory.buffer.byteLength;
      if (more > 0) memory.grow(Math.ceil(more / pageBytes));
      return memory.buffer;
    },
  };
}
