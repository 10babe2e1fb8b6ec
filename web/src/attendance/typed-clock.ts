/** "7.30" as people write it is "07:30". */
export const clockOf = (typed: string) => typed.trim().replace(".", ":").padStart(5, "0");
export const isClock = (typed: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(clockOf(typed));
