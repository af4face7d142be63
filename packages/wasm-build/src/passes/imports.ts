import { all, is, isList, name } from "../sexpr.js";
import type { Module } from "../module.js";

/** What answers each import of the upstream build: a function of the overlay. What is not listed traps. */
const answers: Record<string, string> = {
  fd_close: "fd_close",
  fd_sync: "fd_sync",
  fd_seek: "fd_seek",
  fd_read: "fd_read",
  fd_write: "fd_write",
  __syscall_chdir: "chdir",
  __syscall_getcwd: "getcwd",
  __syscall_mkdirat: "mkdirat",
  __syscall_openat: "openat",
  __syscall_poll: "not_implemented3",
  __syscall_getdents64: "getdents64",
  __syscall_renameat: "renameat",
  __syscall_rmdir: "rmdir",
  __syscall_fstat64: "fstat64",
  __syscall_stat64: "stat64",
  __syscall_lstat64: "stat64",
  __syscall_newfstatat: "newfstatat",
  __syscall_statfs64: "not_implemented3",
  __syscall_unlinkat: "unlinkat",
  mp_js_time_ms: "time_ms",
  mp_js_ticks_ms: "ticks_ms",
  mp_js_random_u32: "random_u32",
  emscripten_resize_heap: "resize_heap",
};

/** Imports that the trampolines pass defines. */
const exceptionHandling = /^(invoke_|_emscripten_throw_longjmp$)/;

/** Answers every import of the upstream build inside the module; only the overlay's own imports from "host" remain. */
export function replaceImports(module: Module): void {
  const unused = new Set(Object.keys(answers));
  for (const item of module.items("import")) {
    const external = String(item[2]).slice(1, -1);
    const target = item[3];
    if (item[1] === '"host"' || !is(target, "func") || exceptionHandling.test(external)) continue;
    const internal = name(target);
    const answer = answers[external];
    unused.delete(external);
    const index = module.form.indexOf(item);
    module.form.splice(index, 1);
    if (answer === undefined) {
      module.form.push(["func", internal, ...target.slice(2), ["unreachable"]]);
    } else {
      module.func(`$overlay.${answer}`);
      module.rename(internal, `$overlay.${answer}`);
    }
  }
  if (unused.size > 0) throw new Error(`imports: upstream no longer imports ${[...unused].join(", ")}`);
}

/** Functions of the interpreter that the host calls, while the image is made (the first row) or at any time. */
const kept = [
  ...["malloc", "mp_js_init", "mp_js_do_exec", "_emscripten_stack_restore", "__wasm_call_ctors"],
  ...["free", "mp_sched_keyboard_interrupt", "max_pages", "qstr_from_str", "source_name"],
  "clear_free_blocks",
];

/** Drops every export but those that the host uses. */
export function trimExports(module: Module): void {
  module.form.splice(
    0,
    module.form.length,
    ...module.form.filter((item) => !is(item, "export") || kept.includes(String(item[1]).slice(1, -1))),
  );
}

/** Replaces loops that do nothing for ever (upstream's answer to a fatal error) by a trap. */
export function trapFatalLoops(module: Module): void {
  for (const func of module.functions()) {
    for (const loop of all(func, "loop")) {
      const body = loop.slice(2).filter(isList);
      if (body.length === 1 && is(body[0], "br") && body[0][1] === loop[1]) loop.splice(0, loop.length, "unreachable");
    }
  }
}
