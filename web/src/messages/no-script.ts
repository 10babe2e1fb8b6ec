import { en } from "./en/no-script.ts";
import { id } from "./id/no-script.ts";

export const noScript = import.meta.env.LANGUAGE === "en" ? en : id;
