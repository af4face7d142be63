import { type List, type Sexpr, all, is, isList, name } from "./sexpr.js";

/** A parsed module with the look-ups that the passes need. Passes change its lists in place. */
export class Module {
  readonly form: List;

  constructor(form: List) {
    this.form = form;
  }

  items(head: string): List[] {
    return this.form.filter((item): item is List => is(item, head));
  }

  functions(): List[] {
    return this.items("func");
  }

  /** @throws when the function does not exist. */
  func(id: string): List {
    const found = this.form.find((item) => is(item, "func") && item[1] === id);
    if (!isList(found)) throw new Error(`no function ${id}`);
    return found;
  }

  /** The internal name of an exported function. */
  exported(external: string): string {
    for (const item of this.items("export")) {
      const target = item[2];
      if (item[1] === `"${external}"` && is(target, "func")) return name(target);
    }
    throw new Error(`no exported function ${external}`);
  }

  /** Imported functions: external name to internal name. */
  importedFunctions(): Map<string, string> {
    const found = new Map<string, string>();
    for (const item of this.items("import")) {
      const target = item[3];
      if (is(target, "func")) found.set(String(item[2]).slice(1, -1), name(target));
    }
    return found;
  }

  /** The table's functions by index. */
  table(): Map<number, string> {
    const found = new Map<number, string>();
    for (const item of this.items("elem")) {
      const offset = item.find((part) => is(part, "i32.const"));
      if (!isList(offset)) continue;
      let index = Number(offset[1]);
      const rest = item.slice(item.indexOf(offset) + 1);
      for (const entry of rest) if (typeof entry === "string" && entry.startsWith("$")) found.set(index++, entry);
    }
    return found;
  }

  /** Puts another function in all of a function's places in the table. */
  replaceInTable(from: string, to: string): void {
    for (const item of this.items("elem")) {
      const first = item.findIndex((part) => is(part, "i32.const")) + 1;
      for (let i = first; i < item.length; i++) if (item[i] === from) item[i] = to;
    }
  }

  /** Gives a function another name, everywhere. */
  rename(from: string, to: string): void {
    if (from === to) return;
    const visit = (list: List): void => {
      for (let i = 1; i < list.length; i++) {
        const child = list[i]!;
        if (typeof child !== "string") visit(child);
        else if (child === from && functionUse(list)) list[i] = to;
      }
    };
    visit(this.form);
  }

  /** Removes a function import and puts the given function in its place. */
  define(importName: string, func: List): void {
    const index = this.form.findIndex((item) => is(item, "import") && is(item[3], "func") && item[3][1] === importName);
    if (index < 0) throw new Error(`no imported function ${importName}`);
    this.form.splice(index, 1);
    this.form.push(func);
  }

  /** Adds an item where the text format wants it: imports before anything they could collide with. */
  add(item: List): void {
    if (item[0] === "import") this.form.splice(1 + this.items("type").length + this.items("rec").length, 0, item);
    else this.form.push(item);
  }
}

function functionUse(list: List): boolean {
  const head = list[0];
  return (
    head === "func" ||
    head === "call" ||
    head === "return_call" ||
    head === "ref.func" ||
    head === "elem" ||
    head === "start"
  );
}

/** The instructions of a function: what follows name, type, parameters, results and locals. */
export function bodyStart(func: List): number {
  let i = 1;
  while (i < func.length) {
    const part = func[i]!;
    if (typeof part === "string") i++;
    else if (
      part[0] === "type" ||
      part[0] === "param" ||
      part[0] === "result" ||
      part[0] === "local" ||
      part[0] === "export"
    )
      i++;
    else break;
  }
  return i;
}

export function body(func: List): Sexpr[] {
  return func.slice(bodyStart(func));
}

/** Adds a local to a function and returns its name. */
export function addLocal(func: List, id: string, type: string): string {
  func.splice(bodyStart(func), 0, ["local", id, type]);
  return id;
}

/** The result type of a function, or undefined. */
export function resultType(func: List): string | undefined {
  const result = func.find((part) => is(part, "result"));
  return isList(result) ? name(result) : undefined;
}

/** Direct callees of every defined function, and whether it makes indirect calls. */
function callGraph(module: Module): Map<string, { callees: Set<string>; indirect: boolean }> {
  const graph = new Map<string, { callees: Set<string>; indirect: boolean }>();
  for (const func of module.functions()) {
    graph.set(name(func), {
      callees: new Set(all(func, "call").map(name)),
      indirect: all(func, "call_indirect").length > 0,
    });
  }
  return graph;
}

type CallGraph = ReturnType<typeof callGraph>;

/** `targets` and all functions from which one of them can be reached by direct calls. */
function closure(graph: CallGraph, targets: Iterable<string>): Set<string> {
  const reached = new Set(targets);
  for (let grew = true; grew;) {
    grew = false;
    for (const [id, { callees }] of graph) {
      if (!reached.has(id) && [...callees].some((callee) => reached.has(callee))) {
        reached.add(id);
        grew = true;
      }
    }
  }
  return reached;
}

/** Functions from which one of `targets` can be reached; an indirect call is taken to reach everything. */
export function reaching(module: Module, targets: Iterable<string>): Set<string> {
  const graph = callGraph(module);
  const indirect = [...graph].filter(([, node]) => node.indirect).map(([id]) => id);
  return closure(graph, [...targets, ...indirect]);
}

/** Replaces a function's instructions, locals included. */
export function replaceBody(module: Module, id: string, ...code: List[]): void {
  const func = module.func(id);
  const kept = func.filter((part) => !isList(part) || ["type", "param", "result"].includes(String(part[0])));
  func.splice(0, func.length, ...kept, ...code);
}
