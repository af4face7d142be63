import { describe, expect, it } from "vitest";
import { cutCycles, onCycles } from "../src/cycles.js";

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

describe("cutCycles", () => {
  it.each([
    [["ab", "bc", "ac"], []],
    [["aa", "ab"], ["a"]],
    [["ab", "ba", "bc", "cb", "bd", "db"], ["b"]],
    [["ab", "ba", "cd", "dc"], 2],
  ])("of %j takes out %j", (edges, expected) => {
    const cut = cutCycles(graph(edges), () => false);
    if (typeof expected === "number") expect(cut.size).toBe(expected);
    else expect([...cut]).toEqual(expected);
    const left = new Map([...graph(edges)].filter(([node]) => !cut.has(node)));
    expect(onCycles(left).size).toBe(0);
  });

  it("takes the preferred one where there is a choice", () => {
    expect([...cutCycles(graph(["ab", "ba"]), (node) => node === "b")]).toEqual(["b"]);
  });
});
