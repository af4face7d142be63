import binaryen from "binaryen";
import { Module } from "./module.js";
import { parse, print } from "./sexpr.js";

// One by one: --all-features emits encodings that Node 20 cannot read.
const { MutableGlobals, BulkMemory, BulkMemoryOpt, SignExt, NontrappingFPToInt, ExceptionHandling, ReferenceTypes } =
  binaryen.Features;
const features =
  MutableGlobals | BulkMemory | BulkMemoryOpt | SignExt | NontrappingFPToInt | ExceptionHandling | ReferenceTypes;

/** binaryen, behind the text form that the passes work on. */
export class Toolchain {
  constructor() {
    binaryen.setOptimizeLevel(3);
    binaryen.setShrinkLevel(0);
    // upstream was compiled for size, with little inlining; measured: 3 % less time on the bench programs, 60 KB more wasm
    binaryen.setAlwaysInlineMaxSize(30);
    binaryen.setFlexibleInlineMaxSize(60);
  }

  disassemble(wasm: Uint8Array): Module {
    const module = binaryen.readBinary(wasm);
    module.setFeatures(features);
    return this.#text(module);
  }

  /** Text as others print it, in the nested form that the passes know. */
  fold(text: string): Module {
    const module = parseText(text);
    module.setFeatures(features);
    return this.#text(module);
  }

  /** Runs binaryen's passes over the whole module. */
  run(module: Module, passes: string[]): Module {
    const compiled = this.#compile(module);
    compiled.runPasses(passes);
    return this.#text(compiled);
  }

  /** Runs binaryen's passes over the named functions, and over no other. */
  runOnFunctions(module: Module, names: Iterable<string>, passes: string[]): Module {
    const compiled = this.#compile(module);
    for (const name of names) {
      const func = compiled.getFunction(name.slice(1));
      if (func) compiled.runPassesOnFunction(func, passes);
    }
    return this.#text(compiled);
  }

  /** binaryen's -O3. Functions that match `apart` (with * for any text) are inlined nowhere: what calls them now and then shall stay small. */
  optimise(module: Module, apart: string[]): Module {
    const compiled = this.#compile(module);
    for (const pattern of apart) {
      binaryen.setPassArgument("no-inline", pattern);
      compiled.runPasses(["no-inline"]);
    }
    compiled.optimize();
    return this.#text(compiled);
  }

  /** The module as bytes, without names. */
  assemble(module: Module): Uint8Array<ArrayBuffer> {
    const compiled = this.#compile(module);
    if (!compiled.validate()) throw new Error("the module that the passes made is not valid");
    const bytes = new Uint8Array(compiled.emitBinary());
    compiled.dispose();
    return bytes;
  }

  #compile(module: Module): binaryen.Module {
    const compiled = parseText(print(module.form));
    compiled.setFeatures(features);
    return compiled;
  }

  #text(compiled: binaryen.Module): Module {
    const text = compiled.emitText();
    compiled.dispose();
    return new Module(parse(text));
  }
}

/** binaryen throws objects that are no errors. */
function parseText(text: string): binaryen.Module {
  try {
    return binaryen.parseText(text);
  } catch (error) {
    const message = String((error as { message?: unknown }).message ?? error);
    const line = Number(/^\d+/.exec(message)?.[0]);
    throw new Error(
      `a pass made wasm text that binaryen refuses: ${message}\n${text
        .split("\n")
        .slice(line - 3, line + 2)
        .join("\n")}`,
      { cause: error },
    );
  }
}
