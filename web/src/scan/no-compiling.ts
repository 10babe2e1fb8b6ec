import * as z from "zod/mini";

// It would try whether it may compile, which the pages' policy forbids, and the browser's console tells of each try. It tries when a schema
// is made, so this is imported before all that makes one.
z.config({ jitless: true });
