// Loaded before a program (`node --require`): tells its peak memory, in kilobytes, on file descriptor 3 when it ends.
'use strict'

process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)))
