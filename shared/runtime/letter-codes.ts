/** Why a letter cannot be sent or signed, and why an agency's ways of writing one are not kept. */
export const letterFieldCodes = [
  "pattern-brace",
  "placeholder-unknown",
  "placeholder-missing",
  "placeholder-twice",
  "not-of-this-kind",
  "one-person",
  "person-twice",
  "person-unknown",
  "person-not-active",
  "names-a-person",
  "behalf-too-long",
  "behalf-not-above",
  "nobody-acts",
  "signs-for-oneself",
  "number-unknown",
  "number-full",
] as const;
