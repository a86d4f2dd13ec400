import { idSchema } from "../../../contract/index.js";
import { newId } from "../../../web/chat/new-id.js";

describe("ids the browser makes", () => {
  it("are made on pages without https too, where randomUUID is missing, and never twice", () => {
    const { randomUUID } = crypto;
    Reflect.set(crypto, "randomUUID", undefined);
    try {
      const ids = Array.from({ length: 1000 }, newId);

      expect(ids.filter((id) => !idSchema.safeParse(id).success)).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    } finally {
      Reflect.set(crypto, "randomUUID", randomUUID);
    }
  });
});
