import type { RequestTogetherText } from "../id/request-together.ts";

export const en: RequestTogetherText = {
  hint: "What one petugas decides, of the same part of the data. Each request is decided by itself; what fails stays in the queue.",
  choose: "Choose requests",
  all: (count) => `Choose all (${count})`,
  agreeTo: (count) => `Agree to ${count} chosen`,
  rejectAll: (count) => `Reject ${count} chosen`,
  oneByOne: "Back to one by one",
  failed: "not decided yet, stays in the queue. Try again.",
};
