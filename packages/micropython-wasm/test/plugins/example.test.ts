// examples/plugins, run as a user would: what a hostile plugin does disturbs neither the host nor the other plugins.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const main = fileURLToPath(new URL("../../../../examples/plugins/main.mjs", import.meta.url));

it("the message board with a hostile plugin", () => {
  expect(execFileSync(process.execPath, [main], { encoding: "utf8" })).toBe(`\
emoji: granted hook on_message; refused nothing
karma: granted hook on_message, hook on_close, hostFunction store.get, hostFunction store.put, file /scratch; refused nothing
hostile: granted hook on_message, hostFunction store.get; refused hostFunction secrets.read, file /etc, network https://collector.example
hostile: FUEL_EXHAUSTED at message 0
hostile: MEMORY_LIMIT at message 1
hostile: OUTPUT_LIMIT at message 2
hostile: FUEL_EXHAUSTED at message 6
karma: praised: ada, ada, alan, ada
<ul>
<li><b>jo</b> hello 🙂</li>
<li><b>jo</b> ada++ for the fix · ada has 1</li>
<li><b>jo</b> ada++ alan++ · ada has 2, alan has 1</li>
<li><b>jo</b> where is &lt;b&gt;bold&lt;/b&gt;? · NameError FileNotFoundError None</li>
<li><b>jo</b> &lt;img src=x onerror=alert(1)&gt;</li>
<li><b>jo</b> bye 🙁 · poisoned</li>
<li><b>jo</b> again ada++ · ada has 3</li>
</ul>
`);
});
