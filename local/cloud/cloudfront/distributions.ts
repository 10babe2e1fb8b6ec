import type { Distribution } from "./distribution.ts";
import type { KeyValueStores } from "./key-value-stores.ts";
import type { CachePolicy, Forwarding } from "./policies.ts";
import { managedCachePolicies, managedOriginRequestPolicies } from "./policies.ts";
import type { ResponseHeadersPolicy } from "./response-headers.ts";
import type { ViewerFunction } from "./viewer-function.ts";

/** What distributions are made of, by the ids the template knows them under. */
export class Distributions {
  readonly functions = new Map<string, ViewerFunction>();
  readonly keyValueStores: KeyValueStores;
  readonly responseHeadersPolicies = new Map<string, ResponseHeadersPolicy>();
  readonly originRequestPolicies = new Map<string, Forwarding>(
    Object.entries(managedOriginRequestPolicies),
  );
  readonly cachePolicies = new Map<string, CachePolicy>(Object.entries(managedCachePolicies));
  readonly originAccessControls = new Set<string>();
  readonly all: Distribution[] = [];

  constructor(keyValueStores: KeyValueStores) {
    this.keyValueStores = keyValueStores;
  }

  /** The one whose address people use. @throws Error when the template has more than one */
  only(): Distribution | undefined {
    if (this.all.length > 1) throw new Error("The embedded cloud serves one distribution.");
    return this.all[0];
  }
}

/** @throws Error naming what is not there */
export function demandFrom<T>(kind: string, things: ReadonlyMap<string, T>, id: string): T {
  const thing = things.get(id);
  if (thing === undefined) throw new Error(`The embedded cloud does not know the ${kind} ${id}.`);
  return thing;
}
