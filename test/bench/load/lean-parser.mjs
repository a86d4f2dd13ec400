import { Emitter } from "@socket.io/component-emitter";
import { Decoder, Encoder } from "socket.io-parser";

const eventStart = /^2\["([^"]+)",/;

/**
 * The packets of socket.io, whose facts stay text: a process that stands for hundreds of clients must not be busier
 * with reading than the desk with telling. A listener is given the JSON of the fact. Answers are read as ever.
 */
class LeanDecoder extends Emitter {
  #whole = new Decoder();

  constructor() {
    super();
    this.#whole.on("decoded", (packet) => this.emitReserved("decoded", packet));
  }

  add(text) {
    const name = eventStart.exec(text);
    if (name === null) return this.#whole.add(text);
    this.emitReserved("decoded", { type: 2, nsp: "/", data: [name[1], text.slice(name[0].length, -1)] });
  }

  destroy() {
    this.#whole.destroy();
  }
}

export const leanParser = { Encoder, Decoder: LeanDecoder };
