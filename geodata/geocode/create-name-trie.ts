export interface NameTrie<Value> {
  /** An empty name stands nowhere and is not taken. */
  add(name: string, value: Value): void;
  /** All names that stand at a position of the text, shortest first. */
  matchesAt(text: string, at: number): readonly { end: number; values: readonly Value[] }[];
}

interface Node<Value> {
  readonly next: Map<number, Node<Value>>;
  readonly values: Value[];
}

const NOTHING: readonly never[] = [];

/** Names as a tree of characters: looking at one position costs no more than the longest name there, however many there are. */
export function createNameTrie<Value>(): NameTrie<Value> {
  const root: Node<Value> = { next: new Map(), values: [] };
  return {
    add(name, value) {
      if (name === '') return;
      let node = root;
      for (let at = 0; at < name.length; at += 1) {
        const code = name.charCodeAt(at);
        let next = node.next.get(code);
        if (next === undefined) {
          next = { next: new Map(), values: [] };
          node.next.set(code, next);
        }
        node = next;
      }
      node.values.push(value);
    },
    matchesAt(text, at) {
      if (!root.next.has(text.charCodeAt(at))) return NOTHING;
      const matches: { end: number; values: readonly Value[] }[] = [];
      let node: Node<Value> | undefined = root;
      for (let end = at; ; end += 1) {
        if (node.values.length > 0) matches.push({ end, values: node.values });
        node = node.next.get(text.charCodeAt(end));
        if (node === undefined) return matches;
      }
    },
  };
}
