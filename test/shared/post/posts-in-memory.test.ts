import { describe } from "vitest";
import { postTableContract } from "../../support/post-table-contract.ts";
import { PostsInMemory } from "../../support/posts-in-memory.ts";

describe("PostsInMemory", () => postTableContract(async () => new PostsInMemory()));
