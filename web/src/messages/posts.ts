import { en } from "./en/posts.ts";
import { id } from "./id/posts.ts";

export const posts = import.meta.env.LANGUAGE === "en" ? en : id;
