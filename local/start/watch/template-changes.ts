import { isDeepStrictEqual } from "node:util";
import {
  type Assembly,
  readAssembly,
  type TemplateResource,
} from "../../cloud/assembly/read-assembly.ts";

/** What `cdk diff` would list: every resource that comes, goes or changes. @returns lines for the terminal */
export function templateChanges(before: string, after: string): string[] {
  const [old, now] = [resourcesOf(readAssembly(before)), resourcesOf(readAssembly(after))];
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort();
  return paths.flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    if (isDeepStrictEqual(was, is)) return [];
    const sign = was ? (is ? "~" : "-") : "+";
    return [`${sign} ${(is ?? was)?.Type} ${path}`];
  });
}

function resourcesOf({ stacks }: Assembly): Map<string, TemplateResource> {
  return new Map(
    stacks.flatMap(({ name, template }) =>
      Object.entries(template.Resources ?? {}).map(([logicalId, resource]) => [
        `${name}/${logicalId}`,
        resource,
      ]),
    ),
  );
}
