/** What the routes of posts read, with session, own record and role item. */
export const readsOfPosts: Readonly<Record<string, number>> = {
  // Who asks with the role, and the title or the post; there is none.
  "GET /api/officer/agency/posts": 5,
  "GET /api/officer/agency/post-check": 5,
  "POST /api/officer/agency/posts": 4,
  "PATCH /api/officer/agency/posts/{id}": 4,
  "POST /api/officer/agency/posts/{id}/stand-ins": 4,
  "POST /api/officer/agency/posts/{id}/stand-ins/end": 4,
};
