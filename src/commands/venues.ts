import { CardsError } from '../model/errors.ts'
import { defineCommand, type Result } from './command.ts'
import { addVenue } from './venues/add.ts'
import { editVenue } from './venues/edit.ts'
import { listVenues } from './venues/list.ts'
import { venuesOptions } from './venues/options.ts'
import { requestOf } from './venues/request.ts'
import { showVenue } from './venues/show.ts'

export const venues = defineCommand({
  usage: '[list|show|add|edit] [venue...]',
  description:
    'Where sources appear, and the rating that each venue gives them. `cards venues` lists the venues of venues.yaml, `list WORD…` those that all the words are found in. `show VENUE`, or the venue alone, tells of one: its rating, what that gives, its cards; it goes by its id, its name, or a URL or host that it matches. `add ID` makes one, `edit VENUE` changes one; all else in venues.yaml stays to the byte.',
  examples: [
    ['cards venues', 'all of them'],
    ['cards venues list journal --sort -cards', 'those that the word is said of, with most cards first'],
    ['cards venues arxiv', 'one, with its cards'],
    ['cards venues https://www.nature.com/articles/nature14539', 'the one that a URL belongs to'],
    ['cards venues add rfc-editor --name "RFC Editor" --domain rfc-editor.org --credibility 4', 'a new one'],
    ['cards venues edit arxiv --set credibility=2 --add domains=arxiv.dev --dry-run', 'what would change'],
  ],
  options: venuesOptions,
  async run(context, args, options): Promise<Result> {
    const { action, words } = requestOf(args, options)
    if (action === 'list') return listVenues(context, words, options)
    const reference = words.join(' ')
    if (action === 'show') return showVenue(context, reference, options)
    if (words.length > 1)
      throw new CardsError(
        'usage',
        `One venue at a time, not ${words.length}.`,
        'A name of several words needs quotes.',
      )
    return action === 'add' ? addVenue(context, reference, options) : editVenue(context, reference, options)
  },
})
