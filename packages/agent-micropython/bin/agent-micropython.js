#!/usr/bin/env node
// Committed, not built: npm links a package's bin before its `prepare` script has built anything.
import "../dist/cli/main.js";
