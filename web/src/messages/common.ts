import { en } from "./en/common.ts";
import { id } from "./id/common.ts";

export const common = import.meta.env.LANGUAGE === "en" ? en : id;
