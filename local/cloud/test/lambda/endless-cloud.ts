/** Run as a process of its own: starts a cloud, calls its function, tells what that one prints, and waits to be killed. */
import { startCloud } from "../../cloud.ts";

const [directory = "", assembly = ""] = process.argv.slice(2);
const { services } = await startCloud({
  ...{ directory, assembly },
  onLogLine: (line) => process.send?.(line),
});
await services.functions.named("fn").invoke({});
