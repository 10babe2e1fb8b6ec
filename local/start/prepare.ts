/** The last step of every set-up: bundles, synthesizes and compiles once, so that the first start finds it done. */
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { readOptions } from "./options.ts";
import { buildProduct } from "./product.ts";

const { home } = readOptions([]);
enableCompileCache(join(home, "compiled"));
await Promise.all([
  buildProduct(home),
  import("./demo-cloud.ts"),
  import("./write-sample-photos.ts"),
]);
