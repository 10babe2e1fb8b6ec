/** TagResource, UntagResource, ListTagsOfResource: of tables. */
import type { Caller } from "../kernel/service.ts";
import type { Dynamodb } from "./dynamodb.ts";
import { onlyKnown } from "./request.ts";
import { invalid, notFound, type Table } from "./table.ts";

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

interface TagRequest {
  readonly ResourceArn?: string;
  readonly Tags?: readonly Tag[];
  readonly TagKeys?: readonly string[];
}

export function tagsOf(tags: readonly Tag[]): Record<string, string> {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}

export function tagOperations({ access, tables }: Dynamodb) {
  function tableOf({ ResourceArn: arn = "" }: TagRequest): Table {
    const name = arn.split(":table/")[1];
    if (!name) throw invalid(`Invalid TableArn: Invalid ResourceArn provided as input ${arn}`);
    const table = arn === access.tableArn(name) && tables.find(name);
    if (!table) throw notFound(`Requested resource not found: ResourcArn: ${arn} not found`);
    return table;
  }

  function tag(input: TagRequest, caller: Caller): unknown {
    onlyKnown("TagResource", input, ["ResourceArn", "Tags"]);
    access.arn(caller, "TagResource", input.ResourceArn ?? "*");
    if (!input.Tags?.length) throw invalid("Atleast one Tag needs to be provided as Input.");
    const table = tableOf(input);
    tables.save({ ...table, tags: { ...table.tags, ...tagsOf(input.Tags) } });
    return {};
  }

  function untag(input: TagRequest, caller: Caller): unknown {
    onlyKnown("UntagResource", input, ["ResourceArn", "TagKeys"]);
    access.arn(caller, "UntagResource", input.ResourceArn ?? "*");
    const { TagKeys: gone } = input;
    if (!gone?.length) throw invalid("Atleast one Tag Key needs to be provided as Input.");
    const table = tableOf(input);
    const kept = Object.entries(table.tags).filter(([key]) => !gone.includes(key));
    tables.save({ ...table, tags: Object.fromEntries(kept) });
    return {};
  }

  function list(input: TagRequest, caller: Caller): unknown {
    onlyKnown("ListTagsOfResource", input, ["ResourceArn"]);
    access.arn(caller, "ListTagsOfResource", input.ResourceArn ?? "*");
    const tags = Object.entries(tableOf(input).tags);
    return { Tags: tags.map(([Key, Value]) => ({ Key, Value })) };
  }

  return { TagResource: tag, UntagResource: untag, ListTagsOfResource: list };
}
