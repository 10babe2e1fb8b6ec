import { permissionsOf, synthesizeResources } from "./templates.ts";

export const resources = synthesizeResources();
export const permissions = permissionsOf(resources);

/** "action resource" of everything a function may do, with only the resource's name kept. */
export function abilities(name: string): string[] {
  return (permissions.get(name) ?? []).flatMap(({ actions, resources: targets }) =>
    actions.flatMap((action) => targets.map((target) => `${action} ${target}`)),
  );
}

/** The functions that may do this to a resource with that in its name. */
export function whoMay(action: string, resource = ""): string[] {
  return [...permissions.keys()].filter((name) =>
    abilities(name).some((each) => each.startsWith(`${action} `) && each.includes(resource)),
  );
}

/** Every right of a function on these tables, with the conditions it ends at: "Get session#*", "Update session#* id lastSeenAt". */
export function tableRights(name: string, table: string): string[] {
  return (permissions.get(name) ?? [])
    .filter(({ resources: targets }) => targets.join().includes(table))
    .flatMap(({ actions, conditions }) =>
      actions.map((action) => {
        const limits = Object.entries(conditions ?? {})
          .filter(([operator]) => operator.startsWith("ForAllValues"))
          .flatMap(([, keys]) => Object.values(Object(keys)).flat());
        return [action.replace(/^dynamodb:(\w+)Item$/, "$1"), ...limits].join(" ");
      }),
    )
    .sort();
}

/** What a function may do besides writing its own log, as "Query employeetable/index/by-unit". */
export function rightsOf(name: string): string[] {
  return abilities(name)
    .filter((each) => !each.startsWith("logs:"))
    .map((each) => {
      const [, action] = /^\w+:(\w+) /.exec(each) ?? [];
      const [, target] =
        /(?:ExportsOutput(?:FnGetAtt|Ref)|"Fn::GetAtt":\[")([a-z]+)/.exec(each) ?? [];
      const [, path = ""] = /"(\/[^"]+)"/.exec(each) ?? [];
      return `${action} ${target}${path}`;
    })
    .sort();
}
