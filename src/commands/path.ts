import { defineCommand } from './command.ts'
import { pathLines } from './path-lines.ts'
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
    const text = pathLines(paths, context)
    return { text, notes, complaints, exitCode: complaints.length > 0 ? 1 : 0 }
  },
})
