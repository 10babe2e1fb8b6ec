/** What an agency may say of itself. Pure, so that the pages check with the same rules as the API. */

/** The texts of the card's back, and the line below its title, that are an agency's own; law decides the others. */
export const agencyTextFields = ["subtitle", "contact", "finder", "issuerHeading"] as const;
export type AgencyTextField = (typeof agencyTextFields)[number];

/** Of an agency's id: small letters, digits, - and _, at most 40. */
export const agencyIdPattern = /^[a-z0-9][a-z0-9_-]{0,39}$/;

/** Longest texts in characters. Whether a shorter one has room on a card depends on its letters (`fit-agency.ts`). */
export const longestOfAgency = {
  name: 120,
  address: 160,
  subtitle: 60,
  contact: 160,
  finder: 160,
  issuerHeading: 60,
} as const satisfies Readonly<Record<"name" | "address" | AgencyTextField, number>>;
