import type { Command } from './command.ts'
import { show } from './show.ts'

/** Under which heading the overview lists a subcommand. */
export type CommandGroup = 'Read' | 'Write' | 'Check' | 'Set up'

/** A subcommand as the overview lists it. The rest is loaded when it runs. */
export interface CommandEntry {
  readonly name: string
  readonly group: CommandGroup
  readonly summary: string
  load(): Promise<Command>
}

/** Every subcommand, in the order in which the help shows them; those of a group together. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'list',
    group: 'Read',
    summary: 'list cards, filtered and sorted',
    load: async () => (await import('./list.ts')).list,
  },
  { name: 'show', group: 'Read', summary: 'show whole cards', load: async () => show },
  {
    name: 'search',
    group: 'Read',
    summary: 'search the text of cards',
    load: async () => (await import('./search.ts')).search,
  },
  {
    name: 'path',
    group: 'Read',
    summary: 'print where cards are on disk',
    load: async () => (await import('./path.ts')).path,
  },
  {
    name: 'export',
    group: 'Read',
    summary: 'write cards for other programs',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    name: 'add',
    group: 'Write',
    summary: 'make a card for a source',
    load: async () => (await import('./add.ts')).add,
  },
  {
    name: 'edit',
    group: 'Write',
    summary: 'change cards, in an editor or by options',
    load: async () => (await import('./edit.ts')).edit,
  },
  {
    name: 'fetch',
    group: 'Write',
    summary: 'fill cards from their pages',
    load: async () => (await import('./fetch.ts')).fetchCards,
  },
  {
    name: 'import',
    group: 'Write',
    summary: 'make cards out of other data',
    load: async () => (await import('./import.ts')).importCards,
  },
  {
    name: 'retire',
    group: 'Write',
    summary: 'give cards up, and say why',
    load: async () => (await import('./retire.ts')).retire,
  },
  {
    name: 'revive',
    group: 'Write',
    summary: 'bring retired cards back',
    load: async () => (await import('./revive.ts')).revive,
  },
  {
    name: 'merge',
    group: 'Write',
    summary: 'make cards for one source into one',
    load: async () => (await import('./merge.ts')).merge,
  },
  {
    name: 'move',
    group: 'Write',
    summary: 'rewrite URLs after a site has moved',
    load: async () => (await import('./move.ts')).move,
  },
  {
    name: 'lint',
    group: 'Check',
    summary: 'check all cards, and mend them',
    load: async () => (await import('./lint.ts')).lint,
  },
  {
    name: 'rules',
    group: 'Check',
    summary: 'list the rules of lint, or explain one',
    load: async () => (await import('./rules.ts')).rules,
  },
  {
    name: 'dupes',
    group: 'Check',
    summary: 'list cards for one source',
    load: async () => (await import('./dupes.ts')).dupes,
  },
  {
    name: 'refs',
    group: 'Check',
    summary: 'check and mend what documents cite',
    load: async () => (await import('./refs.ts')).refs,
  },
  {
    name: 'init',
    group: 'Set up',
    summary: 'make a library',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'venues',
    group: 'Set up',
    summary: 'list, show, add and edit venues and their ratings',
    load: async () => (await import('./venues.ts')).venues,
  },
  {
    name: 'schema',
    group: 'Set up',
    summary: 'print a JSON Schema',
    load: async () => (await import('./schema.ts')).schema,
  },
]
