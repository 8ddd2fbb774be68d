/** What a token opens: one conversation of one holder, as long as the session it came from lives. */
export interface ConversationAccess {
  readonly holderId: string;
  readonly conversationId: string;
  /** Id of the session's record: a hash, nothing to sign in with. */
  readonly sessionId: string;
}

export interface IssuedToken {
  readonly token: string;
  readonly conversationId: string;
  readonly expiresInSeconds: number;
}

/** Tokens for a conversation, as a channel needs them. Random, 256 bit, kept only as a hash. */
export interface ConversationTokens {
  /** A token for the conversation of the session in this Cookie header. @throws {RefusalError} session_missing */
  issueForCookie(cookieHeader: string | undefined): Promise<IssuedToken>;
  /** @throws {RefusalError} token_missing (none, or not ours), token_expired */
  authenticate(token: string | null): Promise<ConversationAccess & { readonly expiresInSeconds: number }>;
  /** A new token for what this one opens. @throws {RefusalError} as authenticate */
  refresh(token: string | null): Promise<IssuedToken>;
  /** A ticket that opens one socket, once, within a minute: it stands in a URL, so it must be worth nothing afterwards. */
  issueTicket(access: ConversationAccess): Promise<string>;
  redeemTicket(ticket: string | null): Promise<ConversationAccess | undefined>;
  /** False once the session has ended or the holder was erased. */
  isLive(access: ConversationAccess): Promise<boolean>;
}
