import { en } from "./en/enrolment.ts";
import { id } from "./id/enrolment.ts";

export const enrolment = import.meta.env.LANGUAGE === "en" ? en : id;
