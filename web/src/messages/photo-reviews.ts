import { en } from "./en/photo-reviews.ts";
import { id } from "./id/photo-reviews.ts";

export const photoReviews = import.meta.env.LANGUAGE === "en" ? en : id;
