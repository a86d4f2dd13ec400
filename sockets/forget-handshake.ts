/** What of a socket is needed only until it is welcomed. */
interface Greeted {
  readonly conn: object;
  readonly handshake: { headers: object; auth: object };
}

/**
 * Lets go of the HTTP request that a socket began with, and of its headers, cookie and token: socket.io keeps them as
 * long as the socket lives, which is the better part of a working day. Nothing of them can be read afterwards.
 */
export function forgetHandshake({ conn, handshake }: Greeted): void {
  handshake.headers = {};
  handshake.auth = {};
  // Socket.io's own advice for many sockets; its types call the property readonly.
  Reflect.set(conn, "request", null);
}
