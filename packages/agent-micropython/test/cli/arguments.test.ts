import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cli } from "../support/cli.js";
import { scratch, sqliteFile } from "../support/sqlite.js";

const directory = scratch();
const database = sqliteFile("CREATE TABLE items (name)", `${directory}/data.db`);
mkdirSync(`${directory}/other`);
const namesake = sqliteFile("CREATE TABLE items (name)", `${directory}/other/data.sqlite`);

let files = 0;
function config(text: string): string {
  const file = `${directory}/config${files++}.json`;
  writeFileSync(file, text);
  return file;
}

describe("agent-micropython", () => {
  it.each(["--help", "-h"])("%s says how it is called", async (option) => {
    const { exitCode, stdout, stderr } = await cli([option]);
    expect([exitCode, stderr]).toEqual([0, ""]);
    for (const said of ["agent-micropython mcp", "--db FILE", "--http PORT", "--token-env NAME", "--config FILE"])
      expect(stdout).toContain(said);
  });

  it.each(["--version", "-V"])("%s", async (option) => {
    expect(await cli([option])).toEqual({ exitCode: 0, stdout: "agent-micropython 0.1.0\n", stderr: "" });
  });

  it.each<[string[], string]>([
    [[], "say what to do: agent-micropython mcp; see --help"],
    [["serve"], 'there is no command "serve": agent-micropython mcp; see --help'],
    [["mcp", "data.db"], '"data.db" is one argument too many; a database is given with --db'],
    [["mcp", "--what"], "Unknown option '--what'"],
    [["mcp", "--db"], "Option '--db <value>' argument missing"],
    [["mcp", "--http", "eighty"], '--http must be a port from 0 to 65535; got "eighty"'],
    [["mcp", "--http", "65536"], '--http must be a port from 0 to 65535; got "65536"'],
    [["mcp", "--host", "0.0.0.0"], "--host has no meaning without --http"],
    [["mcp", "--token-env", "T"], "--token-env has no meaning without --http"],
    [["mcp", "--http", "0", "--host", "0.0.0.0"], "a server on 0.0.0.0 needs a token"],
    [["mcp", "--http", "0", "--token-env", "NO_SUCH"], "the environment variable NO_SUCH is not set"],
    [["mcp", "--db", `${directory}/none.db`], "there is no file"],
    [["mcp", "--db", directory], "there is no file"],
    [
      ["mcp", "--db", database, "--db", namesake],
      'two databases would be called "data"; name them in a configuration file',
    ],
    [["mcp", "--config", `${directory}/none.json`], "none.json cannot be read: ENOENT"],
    [["mcp", "--config", config("{")], "is no JSON"],
    [["mcp", "--config", config("[]")], "must hold an object"],
    [["mcp", "--config", config('{"max_session": 1}')], '"max_session" is no setting; the settings are max_sessions, '],
    [["mcp", "--config", config('{"fuel": 0}')], "fuel must be a whole number from 1 to 9007199254740991; got 0"],
    [["mcp", "--config", config('{"sql_time_limit_ms": "1"}')], "sql_time_limit_ms must be a whole number from 1 to"],
    [
      ["mcp", "--config", config('{"databases": ["data.db"]}')],
      "databases must be an object: the path of a file for each name",
    ],
    [
      ["mcp", "--config", config('{"databases": {"data": 1}}')],
      "databases must be an object: the path of a file for each name",
    ],
  ])("%j is refused in one line", async (args, message) => {
    const { exitCode, stdout, stderr } = await cli(args);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^agent-micropython: [^\n]*\n$/);
    expect(stderr).toContain(message);
  });
});
