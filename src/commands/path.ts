import { neutralLine } from '../render/neutral.ts'
import { defineCommand } from './command.ts'
import { resolveReferences } from './references.ts'

export const path = defineCommand({
  usage: '<ref...>',
  description: "Prints the path of each card's file, to open it or to hand it to other programs.",
  examples: [
    ['cards path MDc4MjQ5Yj', 'where this card is'],
    ['$EDITOR "$(cards path 10.1038/s41586-021-03819-2)"', 'edit a card by its DOI'],
  ],
  options: {},
  async run(context, args) {
    const { cards, notes, complaints } = await resolveReferences(context, args)
    const paths = cards.map(card => context.library.location(card.path))
    // Raw when piped, as other programs need it.
    const lines = paths.map(path => `${context.isTerminal ? neutralLine(path) : path}\n`)
    return { text: lines.join(''), notes, complaints, exitCode: complaints.length > 0 ? 1 : 0 }
  },
})
