import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { CloudClock } from "../kernel/clock.ts";
import { AwsError } from "../kernel/service.ts";
import type { Shelf, Store } from "../kernel/store.ts";
import { notAuthorized } from "./errors.ts";
import type { User } from "./user.ts";
import type { Client } from "./user-pool.ts";

/** One completed sign-in: what all tokens that descend from it share. */
export interface SignIn {
  /** The claim origin_jti. */
  readonly originJti: string;
  readonly eventId: string;
  readonly poolId: string;
  readonly clientId: string;
  readonly username: string;
  readonly sub: string;
  /** Seconds; the claim auth_time. */
  readonly authTime: number;
  /** The user's count of global sign-outs at the time. */
  readonly signOuts: number;
  readonly revoked: boolean;
}

interface RefreshToken {
  readonly originJti: string;
  /** Milliseconds. */
  readonly expiresAt: number;
  /** When rotation replaced it. */
  readonly rotatedAt?: number;
}

/** Sign-ins and their refresh tokens, of which only hashes are kept. */
export class SignIns {
  readonly #clock: CloudClock;
  readonly #signIns: Shelf<SignIn>;
  readonly #refreshTokens: Shelf<RefreshToken>;

  constructor(store: Store, clock: CloudClock) {
    this.#clock = clock;
    this.#signIns = store.shelf("cognito.sign-ins");
    this.#refreshTokens = store.shelf("cognito.refresh-tokens");
  }

  begin(client: Client, user: User): SignIn {
    const signIn = {
      originJti: randomUUID(),
      eventId: randomUUID(),
      poolId: client.poolId,
      clientId: client.id,
      username: user.username,
      sub: user.sub,
      authTime: Math.floor(this.#clock.millis() / 1000),
      signOuts: user.signOuts,
      revoked: false,
    };
    this.#signIns.set(signIn.originJti, signIn);
    return signIn;
  }

  /** @param expiresAt milliseconds @returns the new refresh token */
  addRefreshToken({ originJti }: SignIn, expiresAt: number): string {
    const token = randomBytes(96).toString("base64url");
    this.#refreshTokens.set(hash(token), { originJti, expiresAt });
    return token;
  }

  /**
   * The sign-in a refresh token belongs to, which `isLive` may still find ended.
   * @param graceSeconds how long a token that was replaced by rotation may still be used
   * @throws AwsError NotAuthorizedException, RefreshTokenReuseException
   */
  ofRefreshToken(
    token: string,
    client: Client,
    graceSeconds: number,
  ): { signIn: SignIn; expiresAt: number } {
    const kept = this.#refreshTokens.get(hash(token));
    const signIn = kept && this.#signIns.get(kept.originJti);
    if (!signIn || signIn.clientId !== client.id) throw notAuthorized("Invalid Refresh Token");
    const now = this.#clock.millis();
    if (kept.expiresAt <= now) throw notAuthorized("Refresh Token has expired");
    if (kept.rotatedAt !== undefined && now >= kept.rotatedAt + graceSeconds * 1000) {
      throw new AwsError(
        "RefreshTokenReuseException",
        "Refresh Token has been invalidated by rotation",
      );
    }
    return { signIn, expiresAt: kept.expiresAt };
  }

  /** Starts a token's grace period; the first use counts. */
  markRotated(token: string): void {
    const kept = this.#refreshTokens.get(hash(token));
    if (kept && kept.rotatedAt === undefined) {
      this.#refreshTokens.set(hash(token), { ...kept, rotatedAt: this.#clock.millis() });
    }
  }

  /** Ends the sign-in a refresh token belongs to; unknown tokens are ignored (RFC 7009). */
  revoke(token: string, client: Client): void {
    const kept = this.#refreshTokens.get(hash(token));
    const signIn = kept && this.#signIns.get(kept.originJti);
    if (!signIn) return;
    if (signIn.clientId !== client.id) {
      throw new AwsError("UnauthorizedException", "Unauthorized token for the client");
    }
    this.#signIns.set(signIn.originJti, { ...signIn, revoked: true });
  }

  /** Whether tokens of this sign-in are still good for this user. */
  isLive(originJti: string, user: User): boolean {
    const signIn = this.#signIns.get(originJti);
    return (
      signIn !== undefined &&
      !signIn.revoked &&
      signIn.sub === user.sub &&
      signIn.signOuts === user.signOuts
    );
  }
}

function hash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
