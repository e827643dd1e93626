import type { Command } from './command.ts'
import { show } from './show.ts'

/** A subcommand as the overview lists it. The rest is loaded when it runs. */
export interface CommandEntry {
  readonly name: string
  readonly summary: string
  load(): Promise<Command>
}

/** Every subcommand, in the order in which the help shows them. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'list',
    summary: 'list cards, filtered and sorted',
    load: async () => (await import('./list.ts')).list,
  },
  { name: 'show', summary: 'show whole cards', load: async () => show },
  {
    name: 'search',
    summary: 'search the text of cards',
    load: async () => (await import('./search.ts')).search,
  },
  {
    name: 'lint',
    summary: 'check all cards, and mend them',
    load: async () => (await import('./lint.ts')).lint,
  },
  {
    name: 'rules',
    summary: 'list the rules of lint, or explain one',
    load: async () => (await import('./rules.ts')).rules,
  },
  {
    name: 'path',
    summary: 'print where cards are on disk',
    load: async () => (await import('./path.ts')).path,
  },
  {
    name: 'import',
    summary: 'make cards out of other data',
    load: async () => (await import('./import.ts')).importCards,
  },
  { name: 'schema', summary: 'print a JSON Schema', load: async () => (await import('./schema.ts')).schema },
]
