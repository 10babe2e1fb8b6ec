import { HttpApi, type HttpApiDependencies, type HttpApiOptions } from "./http-api.ts";

/** All HTTP APIs of the assembly. */
export class HttpApis {
  readonly #dependencies: HttpApiDependencies;
  readonly #byId = new Map<string, HttpApi>();

  constructor(dependencies: HttpApiDependencies) {
    this.#dependencies = dependencies;
  }

  add(id: string, options: HttpApiOptions): void {
    this.#byId.set(id, new HttpApi(id, options, this.#dependencies));
  }

  /** @throws Error when there is none */
  named(id: string): HttpApi {
    const api = this.#byId.get(id);
    if (!api) throw new Error(`There is no HTTP API ${id}.`);
    return api;
  }

  /** The API behind a host name such as "abc123.execute-api.ap-southeast-3.amazonaws.com". */
  atHost(host: string): HttpApi | undefined {
    const [, id = ""] = /^([a-z0-9]+)\.execute-api\./.exec(host) ?? [];
    return this.#byId.get(id);
  }
}
