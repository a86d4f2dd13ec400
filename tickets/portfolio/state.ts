import type { PortfolioType } from "../../contract/index.js";
import { type ItemOf, keyOf, type PortfolioItem } from "./item.js";
import { itemsOf, type StoredPortfolio } from "./read-items.js";

/** The portfolio in memory while changes are checked: what has been accepted counts for what comes after it. */
export class PortfolioState {
  /** The desk's groups, id to name. */
  readonly groups: ReadonlyMap<string, string>;
  readonly #byId = new Map<string, PortfolioItem>();
  readonly #byKey = new Map<string, PortfolioItem>();

  constructor({ items, groups }: StoredPortfolio) {
    this.groups = groups;
    for (const item of items) this.put(item);
  }

  put(item: PortfolioItem): void {
    const { type, id } = item;
    const before = this.#byId.get(`${type} ${id}`);
    if (before !== undefined) this.#byKey.delete(`${type} ${keyOf(before)}`);
    this.#byId.set(`${type} ${id}`, item);
    this.#byKey.set(`${type} ${keyOf(item)}`, item);
  }

  all<T extends PortfolioType>(type: T): ItemOf<T>[] {
    return itemsOf(this.#byId.values(), type);
  }

  find<T extends PortfolioType>(type: T, id: string): ItemOf<T> | undefined {
    return itemsOf(present(this.#byId.get(`${type} ${id}`)), type)[0];
  }

  /** By the key it goes by, else by its id. */
  byKey<T extends PortfolioType>(type: T, key: string): ItemOf<T> | undefined {
    return itemsOf(present(this.#byKey.get(`${type} ${key}`)), type)[0] ?? this.find(type, key);
  }

  /** A group by its id, or by its name without regard to case. */
  groupId(text: string): string | undefined {
    if (this.groups.has(text)) return text;
    const wanted = text.trim().toLowerCase();
    return [...this.groups].find(([, name]) => name.toLowerCase() === wanted)?.[0];
  }
}

function present(item: PortfolioItem | undefined): PortfolioItem[] {
  return item === undefined ? [] : [item];
}
