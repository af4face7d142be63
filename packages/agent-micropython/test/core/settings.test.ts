import { UsageError } from "micropython-wasm";
import { describe, expect, it } from "vitest";
import { PythonTool, settingsFromConfig } from "../../src/index.js";

const defaults = {
  maxSessions: 16,
  wallClockTimeoutSeconds: 5,
  memoryBytes: 16_777_216,
  fuel: 10_000_000,
  maxOutputChars: 10_000,
  hibernate: true,
  discardOnTrap: false,
};

describe("settings", () => {
  it("have their defaults", async () => {
    await using tool = new PythonTool();
    expect(tool.settings).toEqual(defaults);
    expect(settingsFromConfig({})).toEqual(defaults);
  });

  it("are written in snake_case in configuration files", () => {
    const config = {
      max_sessions: 3,
      wall_clock_timeout_seconds: 0.5,
      memory_bytes: 8_388_608,
      fuel: 20_000_000,
      max_output_chars: 500,
      hibernate: false,
      discard_on_trap: true,
    };
    expect(settingsFromConfig(config)).toEqual({
      maxSessions: 3,
      wallClockTimeoutSeconds: 0.5,
      memoryBytes: 8_388_608,
      fuel: 20_000_000,
      maxOutputChars: 500,
      hibernate: false,
      discardOnTrap: true,
    });
  });

  it.each([
    [{ max_sessions: 0 }, "max_sessions must be a whole number from 1 to 1000; got 0"],
    [{ max_sessions: "16" }, 'max_sessions must be a whole number from 1 to 1000; got "16"'],
    [{ wall_clock_timeout_seconds: NaN }, "wall_clock_timeout_seconds must be a number from 0.01 to 86400; got NaN"],
    [{ memory_bytes: 1024 }, "memory_bytes must be a whole number from 4194304 to 1073741824; got 1024"],
    [{ fuel: 1.5 }, "fuel must be a whole number from 1 to 9007199254740991; got 1.5"],
    [{ max_output_chars: 10 }, "max_output_chars must be a whole number from 200 to 1000000; got 10"],
    [{ hibernate: "no" }, 'hibernate must be true or false; got "no"'],
    [{ discard_on_trap: 1 }, "discard_on_trap must be true or false; got 1"],
    [{ fuel: null }, "fuel must not be null; leave it out for its default"],
    [{ maxSessions: 3 }, '"maxSessions" is no setting; the settings are max_sessions, wall_clock_timeout_seconds, '],
    [{ timeout: 3 }, '"timeout" is no setting'],
    [{ ["x".repeat(1_000)]: 3 }, "xxx… is no setting"],
    [[], "the settings must be an object; got []"],
    ["fuel", 'the settings must be an object; got "fuel"'],
  ])("%j is refused by name", (config, message) => {
    expect(() => settingsFromConfig(config)).toThrow(UsageError);
    expect(() => settingsFromConfig(config)).toThrow(message);
  });

  it("are named as in TypeScript where they came from there", () => {
    expect(() => new PythonTool({ wallClockTimeoutSeconds: 0 })).toThrow("wallClockTimeoutSeconds must be a number");
  });
});
