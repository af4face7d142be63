/**
 * Nodes of which every cycle has one. Few, but not the fewest: the one that most edges of the cycles meet is taken out until none is left; those that
 * `preferred` names go first.
 */
export function cutCycles(
  graph: ReadonlyMap<string, ReadonlySet<string>>,
  preferred: (node: string) => boolean,
): Set<string> {
  const cut = new Set<string>();
  const left = new Map([...graph].map(([node, targets]) => [node, new Set(targets)]));
  for (let cyclic = onCycles(left); cyclic.size > 0; cyclic = onCycles(left)) {
    const degree = (node: string): number => {
      const out = [...left.get(node)!].filter((target) => cyclic.has(target)).length;
      const into = [...cyclic].filter((source) => left.get(source)!.has(node)).length;
      return out * into + (preferred(node) ? 1e6 : 0);
    };
    const next = [...cyclic]
      .map((node) => ({ node, degree: degree(node) }))
      .reduce((a, b) => (b.degree > a.degree ? b : a));
    cut.add(next.node);
    left.delete(next.node);
  }
  return cut;
}

/** The nodes of a directed graph that lie on a cycle: Tarjan's strongly connected components, without recursion. */
export function onCycles(graph: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const found = new Set<string>();

  const enter = (node: string): { node: string; rest: Iterator<string> } => {
    index.set(node, index.size);
    low.set(node, index.get(node)!);
    open.push(node);
    isOpen.add(node);
    return { node, rest: (graph.get(node) ?? new Set<string>())[Symbol.iterator]() };
  };

  for (const root of graph.keys()) {
    if (index.has(root)) continue;
    const path = [enter(root)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node, rest } = top;
      const next = rest.next();
      if (next.done !== true) {
        const target = next.value;
        if (target === node) found.add(node);
        if (!graph.has(target)) continue;
        if (!index.has(target)) path.push(enter(target));
        else if (isOpen.has(target)) low.set(node, Math.min(low.get(node)!, index.get(target)!));
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.node;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent)!, low.get(node)!));
      if (low.get(node) !== index.get(node)) continue;
      const component = open.splice(open.indexOf(node));
      for (const member of component) isOpen.delete(member);
      if (component.length > 1) for (const member of component) found.add(member);
    }
  }
  return found;
}
