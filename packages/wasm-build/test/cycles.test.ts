import { describe, expect, it } from "vitest";
import { onCycles } from "../src/cycles.js";

const graph = (edges: string[]): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (const [from, to] of edges) {
    found.set(from!, (found.get(from!) ?? new Set()).add(to!));
    if (!found.has(to!)) found.set(to!, new Set());
  }
  return found;
};

describe("onCycles", () => {
  it.each([
    [["ab", "bc", "ac"], []],
    [["aa", "ab"], ["a"]],
    [
      ["ab", "bc", "ca", "cd", "de"],
      ["a", "b", "c"],
    ],
    [
      ["ab", "ba", "bc", "cd", "dc"],
      ["a", "b", "c", "d"],
    ],
    [
      ["ab", "bc", "cd", "db", "ae"],
      ["b", "c", "d"],
    ],
  ])("of %j are %j", (edges, nodes) => {
    expect([...onCycles(graph(edges))].toSorted()).toEqual(nodes);
  });
});
