import { assignment, parseAssignment, parseItems } from '../../edit/operations/assign.ts'
import { parseFieldPath } from '../../edit/operations/field-path.ts'
import type { Operation } from '../../edit/operations/operation.ts'
import { readInput } from '../../load/read-inputs.ts'
import { brief } from '../../model/brief.ts'
import { CardsError } from '../../model/errors.ts'
import type { Context } from '../command.ts'
import { flag, text, texts, type Values } from '../option.ts'

/** What `cards edit` can be told. */
export const editOptions = {
  set: texts('--set <field=value>', 'give a field a value; several times', { splits: false }),
  setFile: texts('--set-file <field=file>', 'the same, with the text of a file; - for standard input', {
    splits: false,
  }),
  unset: texts('--unset <field>', 'take a field away, or an item of a list'),
  add: texts('--add <field=item>', 'add an item to a list, unless it is there', { splits: false }),
  remove: texts('--remove <field=item>', 'remove an item from a list, by what it says', { splits: false }),
  where: text('--where <query>', 'all cards that a query matches, instead of references'),
  renameId: flag('--rename-id', 'let the ID change: the old one still leads to the card'),
  force: flag('--force', 'keep what lint calls an error, and let a former ID go'),
  dryRun: flag('--dry-run', 'show what would change, and change nothing'),
  yes: flag('-y, --yes', 'change all that --where matches, without asking'),
  json: flag('--json', 'as a JSON array: what changed in which card'),
}

export type EditOptions = Values<typeof editOptions>

/**
 * The operations that the options ask for; none when the card is to be edited by hand.
 * @throws CardsError `usage` for what no card can have, or two things that exclude each other
 */
export async function operationsOf(context: Context, options: EditOptions): Promise<Operation[]> {
  const { extra } = context.settings
  const operations = [
    ...options.set.map(typed => parseAssignment('set', typed, extra, context.today())),
    ...(await fromFiles(context, options.setFile)),
    ...options.unset.map((typed): Operation => ({ kind: 'unset', path: parseFieldPath(typed, extra) })),
    ...options.add.flatMap(typed => parseItems('add', typed, extra)),
    ...options.remove.flatMap(typed => parseItems('remove', typed, extra)),
  ]
  for (const operation of operations) refuseReserved(operation, options)
  for (const [i, operation] of operations.entries())
    for (const other of operations.slice(0, i)) refuseClash(other, operation)
  return operations
}

/** What was not taken as it was typed. */
export function corrections(operations: readonly Operation[]): string[] {
  return operations.flatMap(operation =>
    operation.kind === 'unset' || operation.typed === undefined
      ? []
      : [`${operation.path.text}: \`${brief(operation.typed)}\` was taken as \`${operation.value}\`.`],
  )
}

async function fromFiles(context: Context, given: readonly string[]): Promise<Operation[]> {
  const { extra } = context.settings
  const operations: Operation[] = []
  let usesInput = false
  for (const typed of given) {
    const at = typed.indexOf('=')
    const [field, file] = [typed.slice(0, at), typed.slice(at + 1)]
    if (at === -1 || file === '')
      throw new CardsError(
        'usage',
        `--set-file takes a field and a file, not \`${typed}\`.`,
        'For example: --set-file summary=summary.txt',
      )
    const path = parseFieldPath(field, extra)
    if (file === '-' && usesInput)
      throw new CardsError(
        'usage',
        'Standard input can be read only once.',
        'Put one of the texts in a file.',
      )
    usesInput ||= file === '-'
    const content =
      file === '-'
        ? Buffer.from(await context.readStdin()).toString('utf8')
        : readInput(file, context.cwd).text
    operations.push(assignment('set', path, plainText(content), extra))
  }
  return operations
}

/** The text of a file as a field has it: line ends of any system, none at the end. */
function plainText(content: string): string {
  return content
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .trimEnd()
}

/** Fields with a rule of their own. */
function refuseReserved({ kind, path }: Operation, { renameId }: EditOptions): void {
  const [field] = path.pointer
  if (field === 'retired')
    throw new CardsError(
      'usage',
      'Whether a card is retired is not set by hand.',
      'See cards retire and cards revive.',
    )
  if (field !== 'id') return
  if (kind === 'unset') throw new CardsError('usage', 'A card cannot be without its ID.')
  if (!renameId)
    throw new CardsError(
      'usage',
      'An ID never changes: others refer to the card by it.',
      'If it has to, add --rename-id: the old ID then still leads to the card.',
    )
}

/** Two operations of which the second would undo the first, or know nothing of it. */
function refuseClash(a: Operation, b: Operation): void {
  const [first, second] = [a.path.pointer, b.path.pointer]
  const overlap = first.every((step, i) => i >= second.length || step === second[i])
  const areLists = isOfList(a) && isOfList(b)
  const isSameItem = areLists && JSON.stringify(a.value) === JSON.stringify(b.value)
  if (!overlap || (areLists && (a.kind === b.kind || !isSameItem))) return
  const isTwice = a.kind === b.kind && a.path.text === b.path.text
  throw new CardsError(
    'usage',
    isTwice
      ? `--${a.kind} ${a.path.text} is given twice.`
      : `--${a.kind} ${a.path.text} and --${b.kind} ${b.path.text} exclude each other.`,
    'Give one of them, or run the command twice.',
  )
}

function isOfList(operation: Operation): operation is Operation & { kind: 'add' | 'remove' } {
  return operation.kind === 'add' || operation.kind === 'remove'
}
