export const helpText = `Usage: agent-micropython mcp [options]

Serves execute_micropython over MCP: Python in a sandbox, an interpreter for each conversation, read-only SQL.

  --db FILE          a SQLite file that Python may read, by the file's name without extension; may be repeated
  --config FILE      settings and databases, as JSON
  --http PORT        streamable HTTP at http://127.0.0.1:PORT/mcp, instead of stdio; 0 for any free port

With --http:
  --host ADDRESS     bind elsewhere than to 127.0.0.1; needs --token-env
  --token-env NAME   the environment variable that holds the token, which clients send as Authorization: Bearer
  --allow-host NAME  a name by which clients may call the server, besides; may be repeated

  --version, -V      print the version
  --help, -h         print this

Exit codes:
  0  the client has gone, or Ctrl-C
  1  the server could not start or failed
  2  wrong usage: an argument, a setting, a file that is not there
`;
