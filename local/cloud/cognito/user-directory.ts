import type { CloudClock } from "../kernel/clock.ts";
import type { Shelf, Store } from "../kernel/store.ts";
import { resourceNotFound, userNotFound } from "./errors.ts";
import type { User } from "./user.ts";
import { type Client, normalUsername, type Pool } from "./user-pool.ts";

/** The pools with their clients and users. What is written is in the store when the call returns. */
export class UserDirectory {
  readonly #store: Store;
  readonly #clock: CloudClock;
  readonly #pools: Shelf<Pool>;
  readonly #clients: Shelf<Client>;
  readonly #users: Shelf<User>;
  /** Usernames by sub: every operation that takes a username takes a sub too. */
  readonly #usernames: Shelf<string>;

  constructor(store: Store, clock: CloudClock) {
    this.#store = store;
    this.#clock = clock;
    this.#pools = store.shelf("cognito.pools");
    this.#clients = store.shelf("cognito.clients");
    this.#users = store.shelf("cognito.users");
    this.#usernames = store.shelf("cognito.usernames");
  }

  hasPool(id: string): boolean {
    return this.#pools.get(id) !== undefined;
  }

  /** @throws AwsError ResourceNotFoundException */
  pool(id: string): Pool {
    const pool = this.#pools.get(id);
    if (!pool) throw resourceNotFound(`User pool ${id} does not exist.`);
    return pool;
  }

  pools(): Pool[] {
    return this.#pools.range().map(([, pool]) => pool);
  }

  savePool(pool: Pool): void {
    this.#pools.set(pool.id, pool);
  }

  /** Removes the pool with everything in it. */
  deletePool({ id }: Pool): void {
    this.#store.transaction(() => {
      for (const { id: clientId } of this.clients(id)) this.#clients.delete(clientId);
      for (const shelf of [this.#users, this.#usernames]) {
        for (const [key] of shelf.withPrefix(`${id}/`)) shelf.delete(key);
      }
      this.#pools.delete(id);
    });
  }

  findClient(id: string): Client | undefined {
    return this.#clients.get(id);
  }

  /**
   * @param poolId the pool the client must belong to, where the caller names one
   * @throws AwsError ResourceNotFoundException
   */
  client(id: string, poolId?: string): Client {
    const client = this.#clients.get(id);
    if (!client || (poolId !== undefined && client.poolId !== poolId)) {
      throw resourceNotFound(`User pool client ${id} does not exist.`);
    }
    return client;
  }

  clients(poolId: string): Client[] {
    const clients = this.#clients.range().map(([, client]) => client);
    return clients.filter((client) => client.poolId === poolId);
  }

  saveClient(client: Client): void {
    this.#clients.set(client.id, client);
  }

  deleteClient({ id }: Client): void {
    this.#clients.delete(id);
  }

  /** @param username or sub */
  findUser(pool: Pool, username: string): User | undefined {
    const byName = this.#users.get(`${pool.id}/${normalUsername(pool, username)}`);
    if (byName) return byName;
    const name = this.#usernames.get(`${pool.id}/${username}`);
    return name === undefined ? undefined : this.#users.get(`${pool.id}/${name}`);
  }

  /** @throws AwsError UserNotFoundException */
  user(pool: Pool, username: string): User {
    const user = this.findUser(pool, username);
    if (!user) throw userNotFound();
    return user;
  }

  users(poolId: string): User[] {
    return this.#users.withPrefix(`${poolId}/`).map(([, user]) => user);
  }

  addUser({ id }: Pool, user: User): void {
    this.#store.transaction(() => {
      this.#write(id, user);
      this.#usernames.set(`${id}/${user.sub}`, user.username);
    });
  }

  /** Reads the user anew and writes it changed, so that a change made while a trigger ran is not lost. */
  changeUser(pool: Pool, username: string, change: (user: User) => Partial<User>): User {
    const user = this.user(pool, username);
    const changed = { ...user, ...change(user), modifiedAt: this.#clock.millis() };
    this.#write(pool.id, changed);
    return changed;
  }

  deleteUser({ id }: Pool, user: User): void {
    this.#store.transaction(() => {
      this.#users.delete(`${id}/${user.username}`);
      this.#usernames.delete(`${id}/${user.sub}`);
    });
  }

  #write(poolId: string, user: User): void {
    this.#users.set(`${poolId}/${user.username}`, user);
  }
}
