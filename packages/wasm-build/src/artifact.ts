import { boundStack } from "./passes/stack.js";
import { countBytecodes } from "./passes/bytecodes.js";
import { keepReturnedValue, markAndSweep, spillPointers } from "./passes/collector.js";
import { exceptions, TAG } from "./passes/exceptions.js";
import { identify, type Identified } from "./passes/identify.js";
import { replaceImports, trapFatalLoops, trimExports } from "./passes/imports.js";
import { wordErrors } from "./passes/errors.js";
import { dropData, importMemory } from "./passes/memory.js";
import { OwnData } from "./ownData.js";
import { meter } from "./passes/metering.js";
import { type Linked, linkOverlay } from "./passes/overlay.js";
import { relocateTypes } from "./passes/relocate.js";
import { guardReport, nameReport } from "./passes/report.js";
import { trampolines } from "./passes/trampolines.js";
import { nameSources } from "./passes/sourceName.js";
import { twinPythonCalls } from "./passes/pythonCalls.js";
import { Toolchain } from "./toolchain.js";

export interface Artifact {
  /** What ships: without data segments, since the boot image holds all of memory. */
  wasm: Uint8Array<ArrayBuffer>;
  /** The same with its data: what the image is made from. */
  withData: Uint8Array<ArrayBuffer>;
  parts: Identified & Linked;
}

/** Turns upstream's wasm into the sandbox artifact; without metering it is only good for measuring what metering costs. */
export function makeArtifact(upstream: Uint8Array, overlayText: string, options: { metered: boolean }): Artifact {
  const toolchain = new Toolchain();
  let module = toolchain.disassemble(upstream);
  const statics = relocateTypes(module);
  const found = identify(module);
  const report = nameReport(module);
  const data = new OwnData(module, statics);
  const parts = { ...found, ...linkOverlay(module, toolchain.fold(overlayText), found, { statics, data }) };
  wordErrors(module, statics, data);
  data.finish();
  markAndSweep(module);
  keepReturnedValue(module);
  replaceImports(module);
  nameSources(module);
  trapFatalLoops(module);
  trampolines(module, twinPythonCalls(module));
  if (options.metered) countBytecodes(module);
  trimExports(module);
  importMemory(module);
  module = spillPointers(module, toolchain);
  exceptions(module);
  guardReport(module, report, TAG);
  boundStack(module);
  module = toolchain.optimise(module, ["*.general", "stack_overflow"]);
  if (options.metered) {
    meter(module);
    module = toolchain.run(module, ["vacuum", "coalesce-locals", "optimize-instructions", "reorder-locals", "vacuum"]);
  }
  const withData = toolchain.assemble(module);
  dropData(module);
  return { wasm: toolchain.assemble(module), withData, parts };
}
