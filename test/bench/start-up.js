// What it costs to start: `npm run bench` compares whole commands with `node -e 0`, the least that Node can do.
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { printTable, timePaired } from './paired.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cards = fileURLToPath(new URL('../../bin/cards.cjs', import.meta.url))
const runs = Number(process.argv[2] ?? 41)

console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model}; ${runs} runs each, in turn`,
)
printTable(
  timePaired(
    [
      { name: 'node -e 0', args: ['-e', '0'] },
      { name: 'cards show MDc4MjQ5Yj', args: [cards, 'show', 'MDc4MjQ5Yj'], cwd: root },
      { name: 'cards --version', args: [cards, '--version'], cwd: root },
      { name: 'cards list', args: [cards, 'list'], cwd: root },
      { name: 'cards search interpretability', args: [cards, 'search', 'interpretability'], cwd: root },
    ],
    runs,
  ),
)
