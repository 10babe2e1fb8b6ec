import "./no-compiling.ts";

import { answerTo } from "./answer.ts";
import { showReadiness } from "./readiness.ts";

/** What needs the keys and the lists, in one file, which comes after the page is there. */
export const answers = { answerTo, showReadiness };
