import { en } from "./en/request-kinds.ts";
import { id } from "./id/request-kinds.ts";

export const requestKinds = import.meta.env.LANGUAGE === "en" ? en : id;
