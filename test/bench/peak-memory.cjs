// Loaded before a program (`node --require`): tells its peak memory, in kilobytes, on file descriptor 3 when it ends.
// That is the memory of the whole process, worker threads included, so these keep quiet.
'use strict'

if (require('node:worker_threads').isMainThread)
  process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)))
