import { reportOverwritten } from "./handle.ts";

export const handler = reportOverwritten();
