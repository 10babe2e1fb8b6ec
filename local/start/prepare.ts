/** The last step of every set-up: bundles, synthesizes and compiles once, so that the first start finds it done. */
import { enableCompileCache } from "node:module";
import { readOptions } from "./options.ts";
import { buildProduct, compiledIn } from "./product.ts";

const { home } = readOptions([]);
enableCompileCache(compiledIn(home));
await Promise.all([buildProduct(home), import("./demo-cloud.ts"), import("./write-samples.ts")]);
