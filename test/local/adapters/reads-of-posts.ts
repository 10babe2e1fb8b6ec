/** What the routes of posts read, with session, own record and role item; those of leave ask for no role. */
export const readsOfPosts: Readonly<Record<string, number>> = {
  // The ledger, the requests, and who decides: the name of the unit and the rules; there is none.
  "GET /api/requests/leave": 6,
  // The posts in which the reader acts; none.
  "GET /api/requests/deciding": 3,
  "GET /api/requests/deciding/{id}": 4,
  "POST /api/requests/deciding/{id}": 4,
  "POST /api/requests/deciding/{id}/recall": 4,
  // Record and roles once more, the posts, and who is away.
  "GET /api/requests/leave/away": 6,
  "GET /api/requests/leave/away/file": 6,
  // Who asks with the role, and the title or the post; there is none.
  "GET /api/officer/agency/posts": 5,
  // And rules and units, of which there are none.
  "GET /api/officer/agency/post-check": 7,
  "GET /api/officer/agency/decider-rules": 5,
  // The person, the name of the unit, and the rules of person and agency.
  "GET /api/officer/agency/deciders": 6,
  "POST /api/officer/agency/decider-rules": 4,
  "POST /api/officer/agency/posts": 4,
  "PATCH /api/officer/agency/posts/{id}": 4,
  "POST /api/officer/agency/posts/{id}/stand-ins": 4,
  "POST /api/officer/agency/posts/{id}/stand-ins/end": 4,
};
