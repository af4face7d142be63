// The program behind bin/agent-micropython.js.
process.stdout.write("still to be written\n");
