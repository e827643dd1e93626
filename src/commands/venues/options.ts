import { flag, text, texts, type Values } from '../option.ts'

/** The options of `cards venues`; each says which of its actions it is for. */
export const venuesOptions = {
  sort: text('-s, --sort <key>', 'list: by id, name, rating, cards or type, `-key` descending (default: id)'),
  unused: flag('--unused', 'list: only those that no card belongs to'),
  unrated: flag('--unrated', 'list: only those without a rating'),
  all: flag('--all', 'show: all cards of the venue, not just the first'),
  name: text('--name <name>', 'add: what it is called'),
  domain: texts(
    '--domain <domain>',
    'add: a host whose URLs belong to it, with a path where need be; several',
  ),
  type: text('--type <type>', 'add: what kind it is, such as academic_journal'),
  credibility: text('--credibility <rating>', 'add: the rating that its sources get, 1 to 5'),
  peerReviewed: flag('--peer-reviewed', 'add: what appears there has been peer-reviewed'),
  description: text('--description <text>', 'add: what it is, in a sentence'),
  set: texts('--set <field=value>', 'edit: give a field this value; several', { splits: false }),
  unset: texts('--unset <field>', 'edit: take a field away; several'),
  add: texts('--add <field=value>', 'edit: add to a list, as domains=arxiv.org; several', { splits: false }),
  remove: texts('--remove <field=value>', 'edit: remove from a list; several', { splits: false }),
  dryRun: flag('--dry-run', 'add, edit: write nothing, show the difference'),
  json: flag('--json', 'as JSON: an array for a list, an object for one venue'),
}

/** What they were given. */
export type VenuesOptions = Values<typeof venuesOptions>
