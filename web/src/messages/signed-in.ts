import { en } from "./en/signed-in.ts";
import { id } from "./id/signed-in.ts";

export const signedIn = import.meta.env.LANGUAGE === "en" ? en : id;
