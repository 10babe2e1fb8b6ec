import { parentPort, workerData } from "node:worker_threads";
import { workOff } from "./part.ts";

parentPort?.postMessage(await workOff(workerData));
