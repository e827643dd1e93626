import { loadRule } from '../../rule.ts'

export const duplicateKey = loadRule({
  id: 'yaml/duplicate-key',
  severity: 'error',
  summary: 'a key that stands twice in one mapping',
  why: 'YAML forbids it, and tools disagree about it: some take the first value, some the last, some refuse the file. Often it is the trace of a bad merge.',
  examples: {
    bad: ['language: en\nlabel: A name\nlanguage: de\n', 'forum:\n  karma: 3\n  karma: 4\n'],
    good: ['authors:\n  - family: Benson\n  - family: Carlsmith\n'],
  },
})
