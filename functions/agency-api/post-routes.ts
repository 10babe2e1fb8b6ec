import * as z from "zod";
import { isReadOnly } from "#shared/access/principal.ts";
import { created, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { addPost, changePost } from "#shared/post/change-post.ts";
import { postId } from "#shared/post/post.ts";
import {
  newPostRequest,
  postAnswer,
  postChangeRequest,
  postCheckAnswer,
  postListAnswer,
  postListQuery,
  standInEndRequest,
  standInRequest,
} from "#shared/post/post-answers.ts";
import { addStandIn, type ChangeStandIns, endStandIn } from "#shared/post/stand-in.ts";
import { type TellCheck, tellCheck } from "#shared/post/tell-check.ts";
import { listPosts, tellPost } from "#shared/post/tell-posts.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

export interface PostApi extends AskRole, TellCheck, ChangeStandIns {
  readonly posts: TellCheck["posts"] & ChangeStandIns["posts"];
  readonly employees: AskRole["employees"] & TellCheck["employees"] & ChangeStandIns["employees"];
}

/** The posts that decide for an agency's people, who holds them and who stands in (decision 0101). */
export function postRoutes(api: PostApi) {
  return [...readingRoutes(api), ...changingRoutes(api)];
}

function readingRoutes(api: PostApi) {
  const access = roleHolder(api, "petugas", "penyetuju");
  return [
    route({
      method: "GET",
      path: "/api/officer/agency/posts",
      summary: "A page of the own agency's posts, by title; for who works for all of it",
      access,
      query: postListQuery,
      answers: { 200: postListAnswer },
      handle: async ({ principal: by, query: { cursor } }) =>
        ok({
          ...(await listPosts(api, by, cursor)),
          ...(isReadOnly(by) && { readOnly: true as const }),
        }),
    }),
    route({
      method: "GET",
      path: "/api/officer/agency/post-check",
      summary: "What is wrong with the own agency's posts today: where nobody decides",
      access,
      answers: { 200: postCheckAnswer },
      handle: async ({ principal: by }) => ok(await tellCheck(api, by)),
    }),
  ];
}

/** Long: a table, one entry for each route. */
function changingRoutes(api: PostApi) {
  const access = roleHolder(api, "petugas");
  const params = z.strictObject({ id: postId });
  return [
    route({
      method: "POST",
      path: "/api/officer/agency/posts",
      summary: "Adds a post; 409 post-title-taken, post-changed",
      access,
      body: newPostRequest,
      answers: { 201: postAnswer },
      handle: async ({ principal: by, body }) => {
        const post = await addPost(api, { ...body, by });
        logger.info("post.added", { postId: post.id });
        return created(await tellPost(api, post, by));
      },
    }),
    route({
      method: "PATCH",
      path: "/api/officer/agency/posts/{id}",
      summary:
        "Changes a post; another holder ends all who stand in; 403 own-record; 409 post-changed, post-title-taken",
      access,
      params,
      body: postChangeRequest,
      answers: { 200: postAnswer },
      handle: async ({ principal: by, params: { id }, body }) => {
        const post = await changePost(api, { ...body, id, by });
        logger.info("post.changed", { postId: id });
        return ok(await tellPost(api, post, by));
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/agency/posts/{id}/stand-ins",
      summary:
        "Lets somebody stand in, as Plh. where there is a holder, else as Plt.; 403 own-record; 409 post-changed",
      access,
      params,
      body: standInRequest,
      answers: { 200: postAnswer },
      handle: async ({ principal: by, params: { id }, body }) => {
        const post = await addStandIn(api, { ...body, id, by });
        logger.info("post.stand-in-added", { postId: id });
        return ok(await tellPost(api, post, by));
      },
    }),
    route({
      method: "POST",
      path: "/api/officer/agency/posts/{id}/stand-ins/end",
      summary: "Ends what a stand-in has ahead; 403 own-record; 409 post-changed",
      access,
      params,
      body: standInEndRequest,
      answers: { 200: postAnswer },
      handle: async ({ principal: by, params: { id }, body }) => {
        const post = await endStandIn(api, { ...body, id, by });
        logger.info("post.stand-in-ended", { postId: id });
        return ok(await tellPost(api, post, by));
      },
    }),
  ];
}
