// What pages of documentation show is run as a user would: in a project of its own, with the packages installed.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { readBlocks } from "./markdown.js";
import type { Block } from "./markdown.js";

export const repository = fileURLToPath(new URL("../../../..", import.meta.url));

export function markdownFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
}

interface ProjectOptions {
  /** Files of Markdown. */
  pages: readonly string[];
  /** What is installed: folders, by name. */
  packages: Readonly<Record<string, string>>;
  /** Further packages, as the repository has them. */
  borrowed: readonly string[];
  /** The package's command. */
  command: { name: string; file: string };
}

/** Is gone after the tests. */
export class ReadmeProject {
  readonly folder = mkdtempSync(join(tmpdir(), "readme-"));
  readonly blocks: (Block & { file: string })[];

  constructor({ pages, packages, borrowed, command }: ProjectOptions) {
    afterAll(() => rmSync(this.folder, { recursive: true }));
    this.blocks = pages.flatMap((file) => readBlocks(file).map((block) => ({ file, ...block })));
    for (const [name, target] of Object.entries(packages)) this.#link(name, target);
    for (const name of borrowed) this.#link(name, join(repository, "node_modules", name));
    this.#link(`.bin/${command.name}`, command.file);
    writeFileSync(join(this.folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  }

  /** The blocks, each with where it stands. */
  ofLanguage(language: string): [where: string, block: Block][] {
    return this.blocks
      .filter((block) => block.language === language)
      .map((block) => [`${block.file.slice(repository.length)}:${block.line}`, block]);
  }

  /** Makes `out/program0.js` and so on of the TypeScript. @throws what the compiler has against it. */
  compile(compilerOptions: object = {}): void {
    for (const [i, [, { text }]] of this.ofLanguage("ts").entries())
      writeFileSync(join(this.folder, `program${i}.ts`), text);
    const config = {
      compilerOptions: {
        strict: true,
        target: "ES2022",
        module: "NodeNext",
        types: ["node"],
        outDir: "out",
        ...compilerOptions,
      },
      include: ["*.ts"],
    };
    writeFileSync(join(this.folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(repository, "node_modules/typescript/bin/tsc");
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", "."], { cwd: this.folder, encoding: "utf8" });
    if (status !== 0) throw new Error(stdout);
  }

  #link(name: string, target: string): void {
    const place = join(this.folder, "node_modules", name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(target, place, name.startsWith(".bin/") ? "file" : "junction");
  }
}
